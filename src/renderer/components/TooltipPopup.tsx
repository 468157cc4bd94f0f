import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { usePopupPlace } from './popup-place'
import styles from './Tooltip.module.css'

/** What a tooltip shows while it is open. Apart from its element, so that the first row does not wait for it. */
export function TooltipPopup(props: {
  anchor: Element
  onStay(): void
  onLeave(): void
  onClose(): void
  children: ReactNode
}) {
  return (
    <Base.Root
      open
      onOpenChange={(_open, details) => {
        // Esc takes the tooltip away and still reaches what it lies on: a dialog must close at the first press.
        if (details.reason === 'escape-key') details.allowPropagation()
        props.onClose()
      }}
    >
      <Base.Portal container={usePopupPlace()}>
        <Base.Positioner
          anchor={props.anchor}
          sideOffset={6}
          collisionPadding={8}
          className={styles.positioner}
        >
          <Base.Popup className={styles.popup} onPointerEnter={props.onStay} onPointerLeave={props.onLeave}>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
