import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** Why there is nothing here, and what to do about it. */
export function EmptyState(props: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      {props.icon ? <div className={styles.icon}>{props.icon}</div> : null}
      <h2 className={styles.title}>{props.title}</h2>
      {props.children ? <div className={styles.words}>{props.children}</div> : null}
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
    </div>
  )
}
