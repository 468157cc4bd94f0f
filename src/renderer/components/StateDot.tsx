import { classNames } from './class-names'
import styles from './StateDot.module.css'

/** Each has a shape of its own, so that colour is never the only sign. */
export type DotShape = 'full' | 'half' | 'ring' | 'dashed' | 'cross' | 'bars'
export type DotTone = 'good' | 'warn' | 'bad' | 'muted'

/** The sign of a state. `word` is read aloud, and shown as a title. */
export function StateDot(props: { shape: DotShape; tone: DotTone; word: string }) {
  return (
    <svg
      className={classNames(styles.dot, styles[props.tone])}
      viewBox="0 0 10 10"
      role="img"
      aria-label={props.word}
    >
      <title>{props.word}</title>
      {shapes[props.shape]}
    </svg>
  )
}

const shapes: Record<DotShape, React.ReactNode> = {
  full: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  half: (
    <>
      <circle cx="5" cy="5" r="3.5" className={styles.stroke} />
      <path d="M5 1.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" />
    </>
  ),
  ring: <circle cx="5" cy="5" r="3.5" className={styles.stroke} />,
  dashed: <circle cx="5" cy="5" r="3.5" className={styles.stroke} strokeDasharray="2.2 1.46" />,
  cross: <path d="M2 2l6 6M8 2l-6 6" className={styles.stroke} />,
  bars: <path d="M3 1.8v6.4M7 1.8v6.4" className={styles.stroke} />,
}
