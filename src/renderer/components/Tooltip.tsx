import { Tooltip as Base } from '@base-ui/react/tooltip'
import {
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
} from 'react'
import { keysOf, type ShortcutHint } from '../lib/shortcuts'
import { Kbd } from './Kbd'
import { usePopupPlace } from './popup-place'
import styles from './Tooltip.module.css'

/** Whether what the person pressed last moves the focus. */
const FocusMoved = createContext<RefObject<boolean>>({ current: false })

const movesFocus = ({ key }: KeyboardEvent) => key === 'Tab' || key.startsWith('Arrow')

/** Lets neighbouring tooltips follow each other without a delay; wraps the whole window once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const moved = useRef(false)
  useEffect(() => {
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    const onKeyDown = (event: KeyboardEvent) => {
      moved.current = movesFocus(event)
    }
    const onPointerDown = () => {
      moved.current = false
    }
    window.addEventListener('keydown', onKeyDown, options)
    window.addEventListener('pointerdown', onPointerDown, options)
    return () => stop.abort()
  }, [])
  return (
    <FocusMoved value={moved}>
      <Base.Provider delay={500} timeout={300}>
        {children}
      </Base.Provider>
    </FocusMoved>
  )
}

/**
 * A word about the element under the pointer, or that the person moved the focus to. It is for the eye only: the element itself must carry
 * its accessible name.
 */
export function Tooltip(props: { text: ReactNode; shortcut?: ShortcutHint | null; children: ReactElement }) {
  const moved = useContext(FocusMoved)
  return (
    <Base.Root
      onOpenChange={(open, details) => {
        // A dialog that closes gives the focus back: nobody asked about that button, and its neighbours would be covered.
        if (open && details.reason === 'trigger-focus' && !moved.current) details.cancel()
        // Esc takes the tooltip away and still reaches what it lies on: a dialog must close at the first press.
        if (details.reason === 'escape-key') details.allowPropagation()
      }}
    >
      <Base.Trigger render={props.children} />
      <Base.Portal container={usePopupPlace()}>
        <Base.Positioner sideOffset={6} collisionPadding={8} className={styles.positioner}>
          <Base.Popup className={styles.popup}>
            {props.text}
            {props.shortcut ? <Kbd keys={keysOf(props.shortcut)} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
