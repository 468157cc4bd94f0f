import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type MouseEvent, type ReactElement, type ReactNode, useRef } from 'react'
import { keysOf, type ShortcutHint } from '../lib/shortcuts'
import { classNames } from './class-names'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'
import { usePopupPlace } from './popup-place'
import surface from './surface.module.css'

/** A menu that a button opens. `trigger` is the button; `children` are the items below. */
export function Menu(props: {
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
  onOpenChange?(open: boolean): void
}) {
  return (
    <Base.Root onOpenChange={(open) => props.onOpenChange?.(open)}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal container={usePopupPlace()}>
        <Base.Positioner
          className={surface.positioner}
          align={props.align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className={classNames(surface.popup, styles.popup)}>{props.children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/**
 * A menu at the pointer. `children` is the area that answers the right button; the owner notes there what was
 * under the pointer (its own `onContextMenu`), and hears of opening and closing.
 */
export function ContextMenu(props: {
  children: ReactElement
  /** What the menu is about. */
  label: string
  /** `null`: there is no menu now. The area stays what it is, with its focus. */
  items: ReactNode | null
  onOpenChange?(open: boolean): void
}) {
  const popup = useRef<HTMLDivElement>(null)
  const isByKey = useRef(false)
  const note = ({ button }: MouseEvent) => {
    isByKey.current = button !== 2
  }
  // Who came by a key goes on by keys: the first item is the one that Enter takes.
  const begin = (open: boolean) => {
    if (open && isByKey.current)
      popup.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])')?.focus()
  }
  return (
    <BaseContext.Root
      disabled={props.items === null}
      onOpenChange={(open) => props.onOpenChange?.(open)}
      onOpenChangeComplete={begin}
    >
      <BaseContext.Trigger render={props.children} onContextMenuCapture={note} />
      <BaseContext.Portal container={usePopupPlace()}>
        <BaseContext.Positioner className={surface.positioner} collisionPadding={8}>
          <BaseContext.Popup
            ref={popup}
            aria-label={props.label}
            className={classNames(surface.popup, styles.popup)}
          >
            {props.items}
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}

/** One thing to do. */
export function MenuItem(props: {
  children: ReactNode
  onSelect(): void
  icon?: ReactNode
  shortcut?: ShortcutHint
  danger?: boolean
  disabled?: boolean
}) {
  return (
    <Base.Item
      className={classNames(styles.item, props.danger && styles.danger)}
      disabled={props.disabled}
      onClick={props.onSelect}
    >
      <span className={styles.sign}>{props.icon}</span>
      <span className={styles.words}>{props.children}</span>
      {props.shortcut ? <Kbd keys={keysOf(props.shortcut)} /> : null}
    </Base.Item>
  )
}

/** One thing to switch; the menu stays open. */
export function MenuCheckItem(props: {
  children: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}) {
  return (
    <Base.CheckboxItem
      className={styles.item}
      checked={props.checked}
      disabled={props.disabled}
      onCheckedChange={(checked) => props.onChange(checked)}
      closeOnClick={false}
    >
      <span className={styles.sign}>
        <Base.CheckboxItemIndicator>
          <Check />
        </Base.CheckboxItemIndicator>
      </span>
      <span className={styles.words}>{props.children}</span>
    </Base.CheckboxItem>
  )
}

/** A line between groups. */
export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />
}
