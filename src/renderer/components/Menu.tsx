import { LateTrigger } from './LateTrigger'
import { latePopups, type Popups } from './late-popups'
import type { ContextMenuProps, MenuCheckItemProps, MenuItemProps, MenuProps } from './popup-props'

/** A menu that a button opens. */
export function Menu({ trigger, ...props }: MenuProps) {
  return (
    <LateTrigger
      opens="click"
      closed={{ 'aria-haspopup': 'menu', 'aria-expanded': false }}
      popup={({ ButtonMenu }, takeover) => <ButtonMenu {...props} takeover={takeover} />}
    >
      {trigger}
    </LateTrigger>
  )
}

/** A menu at the pointer. The owner notes what was under it (its own `onContextMenu`), and hears of opening and closing. */
export function ContextMenu({ children, ...props }: ContextMenuProps) {
  return (
    <LateTrigger
      opens="contextmenu"
      popup={({ PointerMenu }, takeover) => <PointerMenu {...props} takeover={takeover} />}
    >
      {children}
    </LateTrigger>
  )
}

/** One thing to do. */
export function MenuItem(props: MenuItemProps) {
  const popups = loaded()
  return <popups.MenuItem {...props} />
}

/** One thing to switch; the menu stays open. */
export function MenuCheckItem(props: MenuCheckItemProps) {
  const popups = loaded()
  return <popups.MenuCheckItem {...props} />
}

/** A line between groups. */
export function MenuSeparator() {
  const popups = loaded()
  return <popups.MenuSeparator />
}

function loaded(): Popups {
  const popups = latePopups.loaded
  if (!popups) throw new Error('An item lies in a menu that is open')
  return popups
}
