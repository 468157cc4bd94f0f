import { Pencil } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { longestScriptLabel, type ScriptRef } from '../../../shared/script-facts'
import { scriptsText } from '../../../shared/text/scripts'
import { IconButton } from '../../components/IconButton'
import { TextField } from '../../components/TextField'
import { saveScriptLabel, useScriptLabel, useScriptName } from '../../stores/scripts'
import styles from './scripts.module.css'

/** What a script is called. `renamable`: the service gives it no name, so that the person may. */
export function ScriptTitle({ script, renamable }: { script: ScriptRef; renamable: boolean }) {
  const name = useScriptName(script)
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const done = () => {
    // The field goes away with its focus; somebody who pressed elsewhere has it there already.
    const hadFocus = document.activeElement instanceof HTMLInputElement
    flushSync(() => setEditing(false))
    if (hadFocus) pencil.current?.focus()
  }
  if (editing) return <LabelField script={script} onDone={done} />
  return (
    <>
      <h2 className={styles.heading}>{name === null ? script.scriptId : <bdi>{name}</bdi>}</h2>
      {renamable ? (
        <IconButton
          ref={pencil}
          label={name === null ? scriptsText.nameScript : scriptsText.renameScript}
          tooltip={scriptsText.nameTooltip}
          shortcut={null}
          icon={<Pencil />}
          onClick={() => setEditing(true)}
        />
      ) : null}
    </>
  )
}

/** Enter or leaving the field keeps what was typed, Esc does not. */
function LabelField({ script, onDone }: { script: ScriptRef; onDone(): void }) {
  const label = useScriptLabel(script)
  const [text, setText] = useState(label ?? '')
  const [error, setError] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  /** A field that goes away loses the focus, which must not keep what Esc threw away. */
  const over = useRef(false)
  const commit = async () => {
    if (over.current) return
    over.current = true
    const problem = text.trim() === (label ?? '') ? null : await saveScriptLabel(script, text)
    over.current = problem === null
    setError(problem)
    if (problem === null) onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void commit()
    else {
      over.current = true
      onDone()
    }
  }
  return (
    <div className={styles.rename}>
      <TextField
        label={scriptsText.nameLabel}
        hideLabel
        ref={field}
        placeholder={script.scriptId}
        maxLength={longestScriptLabel}
        value={text}
        error={error}
        help={scriptsText.nameHelp}
        onChange={setText}
        onBlur={() => void commit()}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
