import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { keysOf, type ShortcutHint } from '../lib/shortcuts'
import { Kbd } from './Kbd'
import styles from './Tooltip.module.css'

/** Lets neighbouring tooltips follow each other without a delay; wraps the whole window once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={500} timeout={300}>
      {children}
    </Base.Provider>
  )
}

/**
 * A word about the element under the pointer or the focus. It is for the eye only: the element itself must carry
 * its accessible name.
 */
export function Tooltip(props: { text: ReactNode; shortcut?: ShortcutHint | null; children: ReactElement }) {
  return (
    <Base.Root
      onOpenChange={(_open, details) => {
        // Esc takes the tooltip away and still reaches what it lies on: a dialog must close at the first press.
        if (details.reason === 'escape-key') details.allowPropagation()
      }}
    >
      <Base.Trigger render={props.children} />
      <Base.Portal>
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
