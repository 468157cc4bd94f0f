import type { ComponentProps, ReactNode } from 'react'
import type { ShortcutHint } from '../lib/shortcuts'
import styles from './Button.module.css'
import { classNames } from './class-names'
import { Tooltip } from './Tooltip'

/** `danger` is filled: for the one button that does it. `danger-quiet` only leads there. */
type ButtonKind = 'primary' | 'quiet' | 'danger' | 'danger-quiet'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: ButtonKind
  icon?: ReactNode
  /** What the tooltip says; the shortcut stands after it. */
  tooltip?: string
  shortcut?: ShortcutHint | null
  /** Why it cannot be used now. The button stays reachable and its tooltip says so. */
  disabledReason?: string | null
  /** Its own request is on the way: pressing again does nothing. */
  busy?: boolean
}

/** A button with words. At most one per surface is `primary`. */
export function Button(props: ButtonProps) {
  const {
    kind = 'quiet',
    icon,
    tooltip,
    shortcut,
    disabledReason,
    busy,
    className,
    onClick,
    children,
    ...rest
  } = props
  const off = Boolean(disabledReason) || Boolean(busy)
  const button = (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[kind], className)}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  )
  const says = disabledReason ?? tooltip ?? (shortcut ? children : null)
  if (!says) return button
  return (
    <Tooltip text={says} shortcut={disabledReason ? null : shortcut}>
      {button}
    </Tooltip>
  )
}
