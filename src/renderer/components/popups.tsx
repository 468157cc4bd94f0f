import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Popover as BasePopover } from '@base-ui/react/popover'
import { PreviewCard } from '@base-ui/react/preview-card'
import { Check } from 'lucide-react'
import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import { keysOf } from '../lib/shortcuts'
import { classNames } from './class-names'
import { Kbd } from './Kbd'
import styles from './Menu.module.css'
import popover from './Popover.module.css'
import { usePopupPlace } from './popup-place'
import type {
  ContextMenuProps,
  HoverCardProps,
  MenuCheckItemProps,
  MenuItemProps,
  MenuProps,
  PopoverProps,
  Takeover,
  TriggerProps,
} from './popup-props'
import surface from './surface.module.css'

// What opens over the page, as Base UI does it. All of it is loaded together, after the first rows.

/** Stands where Base UI has its trigger, and gives what belongs to it to the element that is there already. */
function Handover({ to, ...props }: TriggerProps & { to: Takeover }) {
  const { ref } = props
  // Before Base UI's own effects: they look for the element.
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return
    ref(to.element.current)
    return () => void ref(null)
  }, [ref, to.element])
  useLayoutEffect(() => {
    const { ref: _, ...lent } = props
    to.lend(lent)
  })
  return null
}

/** What Base UI draws as its trigger. */
const handover = (to: Takeover) => (props: TriggerProps) => <Handover {...props} to={to} />

const menuClass = classNames(surface.popup, styles.popup)

export function ButtonMenu(props: Omit<MenuProps, 'trigger'> & { takeover: Takeover }) {
  return (
    <BaseMenu.Root onOpenChange={(open) => props.onOpenChange?.(open)}>
      <BaseMenu.Trigger render={handover(props.takeover)} />
      <BaseMenu.Portal container={usePopupPlace()}>
        <BaseMenu.Positioner
          className={surface.positioner}
          align={props.align ?? 'start'}
          sideOffset={4}
          collisionPadding={8}
        >
          <BaseMenu.Popup className={menuClass}>{props.children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

export function PointerMenu(props: Omit<ContextMenuProps, 'children'> & { takeover: Takeover }) {
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
      <BaseContext.Trigger render={handover(props.takeover)} onContextMenuCapture={note} />
      <BaseContext.Portal container={usePopupPlace()}>
        <BaseContext.Positioner className={surface.positioner} collisionPadding={8}>
          <BaseContext.Popup ref={popup} aria-label={props.label} className={menuClass}>
            {props.items}
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}

export function MenuItem(props: MenuItemProps) {
  return (
    <BaseMenu.Item
      className={classNames(styles.item, props.danger && styles.danger)}
      disabled={props.disabled}
      onClick={props.onSelect}
    >
      <span className={styles.sign}>{props.icon}</span>
      <span className={styles.words}>{props.children}</span>
      {props.shortcut ? <Kbd keys={keysOf(props.shortcut)} /> : null}
    </BaseMenu.Item>
  )
}

export function MenuCheckItem(props: MenuCheckItemProps) {
  return (
    <BaseMenu.CheckboxItem
      className={styles.item}
      checked={props.checked}
      disabled={props.disabled}
      onCheckedChange={(checked) => props.onChange(checked)}
      closeOnClick={false}
    >
      <span className={styles.sign}>
        <BaseMenu.CheckboxItemIndicator>
          <Check />
        </BaseMenu.CheckboxItemIndicator>
      </span>
      <span className={styles.words}>{props.children}</span>
    </BaseMenu.CheckboxItem>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={styles.separator} />
}

export function ButtonPopover(props: Omit<PopoverProps, 'trigger'> & { takeover: Takeover }) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={handover(props.takeover)} />
      <BasePopover.Portal container={usePopupPlace()}>
        <BasePopover.Positioner
          className={surface.positioner}
          align={props.align ?? 'start'}
          sideOffset={6}
          collisionPadding={8}
        >
          <BasePopover.Popup className={classNames(surface.popup, popover.popup)}>
            <BasePopover.Title className={popover.title}>{props.title}</BasePopover.Title>
            {props.children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}

export function PointerCard(props: { takeover: Takeover } & Omit<HoverCardProps, 'children'>) {
  const { className, placeClassName, card } = props
  return (
    <PreviewCard.Root>
      <PreviewCard.Trigger render={handover(props.takeover)} delay={400} closeDelay={80} />
      <PreviewCard.Portal container={usePopupPlace()}>
        <PreviewCard.Positioner
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className={placeClassName}
        >
          <PreviewCard.Popup className={className}>{card}</PreviewCard.Popup>
        </PreviewCard.Positioner>
      </PreviewCard.Portal>
    </PreviewCard.Root>
  )
}
