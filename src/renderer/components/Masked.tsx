import { EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { componentsText } from '../../shared/text/components'
import { masked } from '../lib/aliases'
import { classNames } from './class-names'
import { IconButton } from './IconButton'
import styles from './Masked.module.css'
import { Tooltip } from './Tooltip'

/** A personal value: dots or an alias that show it when pressed. While it is masked it is not in the document at all. */
export function Masked(props: {
  /** What it is: "IP address". */
  what: string
  /** What stands for it; dots unless said. */
  alias?: string
  revealed: boolean
  onChange(revealed: boolean): void
  /** Of the button that hides it again. */
  className?: string
  children: ReactNode
}) {
  const { what, revealed, onChange } = props
  if (!revealed)
    return (
      <Tooltip text={componentsText.reveal(what)}>
        <button
          type="button"
          aria-label={
            props.alias === undefined
              ? componentsText.reveal(what)
              : componentsText.revealAlias(props.alias, what)
          }
          className={styles.dots}
          data-alias={props.alias === undefined ? undefined : true}
          onClick={() => onChange(true)}
        >
          {props.alias ?? masked}
        </button>
      </Tooltip>
    )
  return (
    <span className={styles.revealed}>
      {props.children}
      <IconButton
        className={classNames(styles.hide, props.className)}
        label={componentsText.hide(what)}
        shortcut={null}
        icon={<EyeOff />}
        onClick={() => onChange(false)}
      />
    </span>
  )
}
