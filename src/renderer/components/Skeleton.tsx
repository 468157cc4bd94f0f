import styles from './Skeleton.module.css'

/** Grey lines where text will be. They appear after 300 ms: what comes sooner needs no announcement. */
export function Skeleton(props: { lines: number; label: string }) {
  const lines = Array.from({ length: props.lines }, (_, index) => `line-${index}`)
  return (
    <div className={styles.skeleton} role="status" aria-label={props.label}>
      {lines.map((line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
