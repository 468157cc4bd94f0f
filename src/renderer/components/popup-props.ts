import type { HTMLAttributes, ReactElement, ReactNode, Ref, RefObject } from 'react'
import type { ShortcutHint } from '../lib/shortcuts'

// What is said of popups before they are loaded, and when they are.

export type TriggerProps = HTMLAttributes<Element> & { ref?: Ref<Element> }

/** How a popup takes over an element that was there before it. */
export type Takeover = {
  readonly element: RefObject<Element | null>
  /** Puts what the popup wants on the element: attributes, and what listens. */
  lend(props: TriggerProps): void
}

export type MenuProps = {
  /** The button. */
  trigger: ReactElement<TriggerProps>
  align?: 'start' | 'end'
  /** The items. */
  children: ReactNode
  onOpenChange?(open: boolean): void
}

export type ContextMenuProps = {
  /** The area that answers the right button. */
  children: ReactElement<TriggerProps>
  /** What the menu is about. */
  label: string
  /** `null`: there is no menu now. The area stays what it is, with its focus. */
  items: ReactNode | null
  onOpenChange?(open: boolean): void
}

export type MenuItemProps = {
  children: ReactNode
  onSelect(): void
  icon?: ReactNode
  shortcut?: ShortcutHint
  danger?: boolean
  disabled?: boolean
}

export type MenuCheckItemProps = {
  children: ReactNode
  checked: boolean
  onChange(checked: boolean): void
  disabled?: boolean
}

export type PopoverProps = {
  /** The button. */
  trigger: ReactElement<TriggerProps>
  /** The accessible name, drawn as its heading. */
  title: string
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}

export type HoverCardProps = {
  /** The element. */
  children: ReactElement<TriggerProps>
  card: ReactNode
  className: string | undefined
  /** Of the place that the card lies in. */
  placeClassName: string | undefined
}
