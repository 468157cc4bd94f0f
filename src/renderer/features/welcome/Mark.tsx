import styles from './welcome.module.css'

/** Three rows of the list, one of them just arriving: the app in one picture. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 132 84" aria-hidden="true">
      {[0, 1, 2].map((row) => (
        <g
          key={row}
          transform={`translate(0 ${row * 30})`}
          className={row === 1 ? styles.arriving : styles.resting}
        >
          <rect x="0.5" y="0.5" width="131" height="23" rx="6" className={styles.strip} />
          <circle cx="14" cy="12" r="4" className={styles.dot} />
          <rect x="26" y="9.5" width={[44, 56, 34][row]} height="5" rx="2.5" className={styles.bar} />
          <rect x="104" y="9.5" width="16" height="5" rx="2.5" className={styles.faint} />
        </g>
      ))}
    </svg>
  )
}
