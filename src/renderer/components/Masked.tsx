import { Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'
import styles from './Masked.module.css'

/** Always the same dots: not even the length of what they stand for shows. */
const dots = '••••••••'

/** A personal value: dots until somebody asks to see it. While it is masked it is not in the document at all. */
export function Masked(props: {
  /** What it is: "IP address". */
  what: string
  revealed: boolean
  onChange(revealed: boolean): void
  children: ReactNode
}) {
  return (
    <span className={styles.masked}>
      {props.revealed ? (
        props.children
      ) : (
        <span className={styles.dots}>
          <span aria-hidden="true">{dots}</span>
          <span className="visually-hidden">hidden</span>
        </span>
      )}
      <IconButton
        className={styles.eye}
        label={`${props.revealed ? 'Hide' : 'Reveal'} ${props.what}`}
        shortcut={null}
        icon={props.revealed ? <EyeOff /> : <Eye />}
        onClick={() => props.onChange(!props.revealed)}
      />
    </span>
  )
}
