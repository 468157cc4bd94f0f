import type { ComponentProps, ReactNode } from 'react'
import type { ShortcutHint } from '../lib/shortcuts'
import { classNames } from './class-names'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip'

type IconButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'children'> & {
  /** Its accessible name, and its tooltip unless `tooltip` says more. */
  label: string
  /** `null` where it has none. */
  shortcut: ShortcutHint | null
  icon: ReactNode
  tooltip?: string
  /** For a switch: whether it is on. */
  pressed?: boolean
  disabledReason?: string | null
}

/** A button that is only an icon: its tooltip carries its words and its shortcut. */
export function IconButton(props: IconButtonProps) {
  const { label, shortcut, icon, tooltip, pressed, disabledReason, className, onClick, ...rest } = props
  return (
    <Tooltip text={disabledReason ?? tooltip ?? label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabledReason ? true : undefined}
        className={classNames(styles.button, className)}
        onClick={disabledReason ? (event) => event.preventDefault() : onClick}
      >
        {icon}
      </button>
    </Tooltip>
  )
}
