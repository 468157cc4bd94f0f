import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './Popover.module.css'
import { usePopupPlace } from './popup-place'
import surface from './surface.module.css'

/** A small surface beside its button, for more than a menu can hold. */
export function Popover(props: {
  trigger: ReactElement
  /** The accessible name, drawn as its heading. */
  title: string
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger render={props.trigger} />
      <Base.Portal container={usePopupPlace()}>
        <Base.Positioner
          className={surface.positioner}
          align={props.align ?? 'start'}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup className={classNames(surface.popup, styles.popup)}>
            <Base.Title className={styles.title}>{props.title}</Base.Title>
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
