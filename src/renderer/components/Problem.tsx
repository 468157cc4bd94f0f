import { usePresenter } from '../stores/presentation'
import styles from './Problem.module.css'

/** What went wrong, said where it did. Names in it are masked while somebody presents. */
export function Problem({ text }: { text: string }) {
  const presenter = usePresenter()
  return (
    <p role="alert" className={styles.problem}>
      {presenter.text(text)}
    </p>
  )
}
