import type { BulkKind, BulkPreview } from '../../../shared/bulk'
import { counted, grouped } from '../../../shared/counted'
import { aboutTime } from '../../actions/bulk-words'
import styles from './bulk.module.css'

/** Whom a bulk action reaches, an account a line, and whom it cannot reach and why. */
export function PreviewTable(props: { action: BulkKind; preview: BulkPreview; stale: boolean }) {
  const { action, preview, stale } = props
  return (
    <section aria-label="Recipients" aria-busy={stale} className={styles.preview}>
      <h3>{preview.reached === 0 ? 'No recipients' : `Reaches ${counted(preview.reached, 'session')}`}</h3>
      {action === 'message-disconnect' ? (
        <p className={styles.hint}>Sessions are disconnected even if their message fails.</p>
      ) : null}
      <ul>
        {preview.accounts.map((part) => (
          <li key={part.accountId}>
            <p className={styles.part}>
              <bdi>
                <b>{part.label}</b>
              </bdi>
              <span>
                {counted(part.reached, 'session')}
                {part.reached > 0
                  ? ` · ${counted(part.requests, 'request')} · ${aboutTime(part.takesMs)}`
                  : null}
              </span>
            </p>
            {part.whole ? (
              <p className={styles.hint}>
                One request reaches everyone, including anyone who joins before it is sent.
              </p>
            ) : null}
            {part.unreachable.map(({ reason, count: some }) => (
              <p key={reason} className={styles.unreachable}>
                {grouped(some)} skipped: {reason}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
