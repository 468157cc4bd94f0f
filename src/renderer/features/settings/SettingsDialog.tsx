import { useState } from 'react'
import type { Input } from '../../../shared/contract'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import layout from '../../components/form-layout.module.css'
import { Problem } from '../../components/Problem'
import { Select, type SelectOption } from '../../components/Select'
import { Switch } from '../../components/Switch'
import { TextField } from '../../components/TextField'
import { shortcuts } from '../../lib/shortcuts'
import { closeDialog } from '../../stores/dialogs'
import { useSettings, useWorkspace } from '../../stores/workspace'
import { FindShortcutField } from './FindShortcutField'
import { intervalText, parseInterval } from './interval'
import { ShortcutList } from './ShortcutList'
import styles from './settings.module.css'
import { terminalShortcuts } from './terminal-shortcuts'

const themes: readonly SelectOption<'system' | 'light' | 'dark'>[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const densities: readonly SelectOption<'regular' | 'compact'>[] = [
  { value: 'regular', label: 'Regular' },
  { value: 'compact', label: 'Compact' },
]

/** What a person can change; every change is saved at once. */
export function SettingsDialog() {
  const settings = useSettings()
  const workspace = useWorkspace()
  const [error, setError] = useState<string | null>(null)
  const save = async (changes: Input<'settings.save'>) => {
    const result = await request('settings.save', changes)
    setError(result.ok ? null : result.error.message)
  }
  return (
    <Dialog
      title="Settings"
      description={workspace ? `Sessiondeck ${workspace.version}` : undefined}
      onClose={closeDialog}
      onSubmit={closeDialog}
      footer={
        <Button shortcut="close" onClick={closeDialog}>
          Done
        </Button>
      }
    >
      <div className={layout.fields}>
        <IntervalField
          key={settings.heartbeatIntervalMs}
          ms={settings.heartbeatIntervalMs}
          onSave={(heartbeatIntervalMs) => save({ heartbeatIntervalMs })}
        />
        <div className={layout.pair}>
          <Select
            label="Theme"
            value={settings.theme}
            options={themes}
            onChange={(theme) => void save({ theme })}
          />
          <Select
            label="Rows"
            value={settings.density}
            options={densities}
            onChange={(density) => void save({ density })}
          />
        </div>
        <Switch
          label="Desktop notifications"
          help="When someone new appears. Each account also has its own switch."
          checked={settings.notifications}
          onChange={(notifications) => void save({ notifications, notificationsAsked: true })}
        />
        <Switch
          label="Start with the computer"
          help="Sessiondeck starts when you sign in and waits in the tray."
          checked={settings.autostart}
          onChange={(autostart) => void save({ autostart })}
        />
        <FindShortcutField keys={settings.findShortcut} />
        {error ? <Problem text={error} /> : null}
        <section aria-label="Shortcuts">
          <h3 className={styles.heading}>Shortcuts</h3>
          <ShortcutList of={[...Object.values(shortcuts), ...terminalShortcuts]} />
        </section>
      </div>
    </Dialog>
  )
}

/** Saved when the field is left or with Enter, so that nothing is polled at "1" on the way to "15". */
function IntervalField({ ms, onSave }: { ms: number; onSave(ms: number): Promise<void> }) {
  const [text, setText] = useState(intervalText(ms))
  const [error, setError] = useState<string | null>(null)
  const commit = () => {
    const parsed = parseInterval(text)
    setError(parsed.ok ? null : parsed.error)
    if (parsed.ok && parsed.value !== ms) void onSave(parsed.value)
  }
  return (
    <TextField
      className={styles.seconds}
      label="Heartbeat, seconds"
      inputMode="decimal"
      value={text}
      error={error}
      help="How often each source is polled. Rate limits may slow it down."
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        commit()
      }}
    />
  )
}
