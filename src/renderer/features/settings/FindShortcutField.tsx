import { type KeyboardEvent, useState } from 'react'
import { acceleratorOf } from '../../../shared/accelerator'
import { settingsText } from '../../../shared/text/settings'
import { request } from '../../bridge'
import { TextField } from '../../components/TextField'

/** Takes the keys that are pressed in it; saved at once, where the system gives them. */
export function FindShortcutField({ label, keys }: { label: string; keys: string }) {
  const [error, setError] = useState<string | null>(null)
  const save = async (findShortcut: string) => {
    const result = await request('settings.save', { findShortcut })
    setError(result.ok ? null : result.error.message)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const pressed = acceleratorOf(event.nativeEvent)
    const isClearing = event.key === 'Backspace' || event.key === 'Delete'
    if (pressed === null && !isClearing) return
    event.preventDefault()
    event.stopPropagation()
    void save(pressed ?? '')
  }
  return (
    <TextField
      label={label}
      placeholder={settingsText.findShortcutOff}
      help={settingsText.findShortcutHelp}
      error={error}
      readOnly
      value={keys}
      onChange={() => undefined}
      onKeyDown={onKeyDown}
    />
  )
}
