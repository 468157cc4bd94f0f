import { Pencil, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { rebindingText } from '../../../shared/text/rebinding'
import { request } from '../../bridge'
import { IconButton } from '../../components/IconButton'
import { canHave, keysPressed, listenForKeys, ownerOf, type ShortcutId, shortcuts } from '../../lib/shortcuts'
import { useSettings } from '../../stores/workspace'
import styles from './settings.module.css'

/** Lets somebody press other keys for a shortcut, saved at once, and take ours back. */
export function ChosenKeys({ id }: { id: ShortcutId }) {
  const chosen = useSettings().shortcuts
  const [isListening, setListening] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const change = useRef<HTMLButtonElement>(null)
  const { does } = shortcuts[id]
  const save = async (keys: Readonly<Record<string, string>>) => {
    const result = await request('settings.save', { shortcuts: keys })
    setProblem(result.ok ? null : result.error.message)
  }
  const stop = () => {
    setListening(false)
    change.current?.focus()
  }
  const take = (keys: string) => {
    const owner = ownerOf(keys, id)
    if (owner) setProblem(rebindingText.taken(shortcuts[owner].does))
    else if (!canHave(id, keys)) setProblem(rebindingText.typed)
    else {
      stop()
      void save({ ...chosen, [id]: keys })
    }
  }
  const reset = () => {
    const { [id]: _ours, ...others } = chosen
    void save(others)
    change.current?.focus()
  }
  return (
    <>
      {isListening ? (
        <Listener
          onKeys={take}
          onLeave={() => {
            setProblem(null)
            stop()
          }}
        />
      ) : null}
      {problem ? (
        <span role="alert" className={styles.keysProblem}>
          {problem}
        </span>
      ) : null}
      {chosen[id] === undefined ? null : (
        <IconButton label={rebindingText.reset(does)} shortcut={null} icon={<RotateCcw />} onClick={reset} />
      )}
      <IconButton
        ref={change}
        label={rebindingText.change(does)}
        shortcut={null}
        icon={<Pencil />}
        onClick={() => setListening(true)}
      />
    </>
  )
}

/** Hears the next keys, whatever they usually do. */
function Listener(props: { onKeys(keys: string): void; onLeave(): void }) {
  const { onKeys, onLeave } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    listenForKeys(true)
    button.current?.focus()
    return () => listenForKeys(false)
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab goes on, as it does everywhere.
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const keys = keysPressed(event)
    if (event.key === 'Escape') onLeave()
    else if (keys !== null) onKeys(keys)
  }
  return (
    <button ref={button} type="button" className={styles.listener} onKeyDown={onKeyDown} onBlur={onLeave}>
      {rebindingText.press}
    </button>
  )
}
