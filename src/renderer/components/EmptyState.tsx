import type { ReactNode } from 'react'
import { componentsText } from '../../shared/text/components'
import styles from './EmptyState.module.css'

/** Why there is nothing here, and what to do about it. */
export function EmptyState(props: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  /** How one knows; seen by whoever asks. */
  proof?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      {props.icon ? <div className={styles.icon}>{props.icon}</div> : null}
      <h2 className={styles.title}>{props.title}</h2>
      {props.children ? <div className={styles.words}>{props.children}</div> : null}
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
      {props.proof ? (
        <details className={styles.proof}>
          <summary>{componentsText.details}</summary>
          {props.proof}
        </details>
      ) : null}
    </div>
  )
}
