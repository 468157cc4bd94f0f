import type { MessageTemplate } from '../../../shared/bulk'
import { rowLabel } from '../../../shared/list/row-label'
import { fill, fillData, namesIn, templateVariables, valuesOf } from '../../../shared/message-template'
import type { RosterRow } from '../../../shared/session'
import { bulkDialogsText } from '../../../shared/text/bulk-dialogs'
import { usePresenter } from '../../stores/presentation'
import { useAccount } from '../../stores/workspace'
import styles from './bulk.module.css'

const variables = templateVariables.map((name) => `{${name}}`).join(' ')

/** What one session would get, filled in, with its length against the service's bound. */
export function FilledPreview({ message, row }: { message: MessageTemplate | null; row: RosterRow | null }) {
  const presenter = usePresenter()
  const account = useAccount(row?.accountId ?? '')
  const hint = <p className={styles.hint}>{bulkDialogsText.variables(variables)}</p>
  if (!message || !row) return hint
  const shown = presenter.row(row)
  const values = valuesOf(shown, account?.label ?? '')
  const filled =
    message.kind === 'text' ? fill(message.text, values) : JSON.stringify(fillData(message.data, values))
  const unknown = message.kind === 'text' ? namesIn(message.text).unknown : []
  return (
    <div className={styles.tight}>
      {hint}
      <p className={styles.filled} aria-live="polite">
        <span className={styles.hint}>
          <bdi>{rowLabel(shown)}</bdi> {bulkDialogsText.gets}
        </span>{' '}
        <bdi>{presenter.text(filled)}</bdi>
        {unknown.length > 0 ? (
          <span className={styles.unknown}> {bulkDialogsText.unknownVariable(`{${unknown[0]}}`)}</span>
        ) : null}
      </p>
    </div>
  )
}
