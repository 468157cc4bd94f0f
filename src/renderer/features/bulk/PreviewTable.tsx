import type { BulkKind, BulkPreview } from '../../../shared/bulk'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { aboutTime } from '../../actions/bulk-words'
import styles from './bulk.module.css'

/** Whom a bulk action reaches, an account a line, and whom it cannot reach and why. */
export function PreviewTable(props: { action: BulkKind; preview: BulkPreview; stale: boolean }) {
  const { action, preview, stale } = props
  return (
    <section aria-label={bulkDialogsText.recipients} aria-busy={stale} className={styles.preview}>
      <h3>
        {preview.reached === 0 ? bulkDialogsText.noRecipients : bulkDialogsText.reaches(preview.reached)}
      </h3>
      {action === 'message-disconnect' ? (
        <p className={styles.hint}>{bulkDialogsText.disconnectedAnyway}</p>
      ) : null}
      <ul>
        {preview.accounts.map((part) => (
          <li key={part.accountId}>
            <p className={styles.part}>
              <bdi>
                <b>{part.label}</b>
              </bdi>
              <span>
                {bulkDialogsText.sessionCount(part.reached)}
                {part.reached > 0
                  ? ` · ${bulkDialogsText.requestCount(part.requests)} · ${aboutTime(part.takesMs)}`
                  : null}
              </span>
            </p>
            {part.whole ? <p className={styles.hint}>{bulkDialogsText.reachesEveryone}</p> : null}
            {part.unreachable.map(({ reason, count: some }) => (
              <p key={reason} className={styles.unreachable}>
                {bulkDialogsText.skipped(some, reason)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
