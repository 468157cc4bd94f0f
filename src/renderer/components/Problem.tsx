import styles from './Problem.module.css'
import { useWindowContext } from './window-context'

/** What went wrong, said where it did. Names in it are masked while somebody presents. */
export function Problem({ text }: { text: string }) {
  const { presenter } = useWindowContext()
  return (
    <p role="alert" className={styles.problem}>
      {presenter.text(text)}
    </p>
  )
}
