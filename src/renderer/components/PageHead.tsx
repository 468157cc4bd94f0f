import type { ReactNode } from 'react'
import styles from './PageHead.module.css'

/** What a section begins with: its title, how many there are, one quiet line of facts, and what can be done with all of it. */
export function PageHead(props: {
  title: string
  /** How many there are, as text. */
  count?: ReactNode
  /** How fresh it is, or what it is about. */
  facts?: ReactNode
  /** The actions, at its end. */
  children?: ReactNode
}) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{props.title}</h1>
      {props.count === undefined ? null : <span className={styles.count}>{props.count}</span>}
      <p className={styles.facts}>{props.facts}</p>
      {props.children ? <div className={styles.tools}>{props.children}</div> : null}
    </header>
  )
}
