import { useState } from 'react'
import { TextField } from '../../components/TextField'
import { intervalText, parseInterval } from './interval'
import styles from './settings.module.css'

/** Saved when the field is left or with Enter, so that nothing is polled at "1" on the way to "15". */
export function IntervalField(props: {
  label: string
  help: string
  ms: number
  onSave(ms: number): Promise<void>
}) {
  const { ms, onSave } = props
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
      label={props.label}
      inputMode="decimal"
      value={text}
      error={error}
      help={props.help}
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
