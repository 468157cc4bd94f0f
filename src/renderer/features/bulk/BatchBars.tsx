import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { BatchLine } from './BatchLine'
import styles from './bulk.module.css'

/** The bulk actions under way, one line each. */
export function BatchBars({ ids }: { ids: readonly string[] }) {
  return (
    <section aria-label={bulkDialogsText.underWay} className={styles.bars}>
      {ids.map((id) => (
        <BatchLine key={id} id={id} />
      ))}
    </section>
  )
}
