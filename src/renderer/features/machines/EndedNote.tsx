import type { LookupAnswer } from '../../../shared/lookup'
import { machinesText } from '../../../shared/text/machines'
import { TryAgain } from '../../components/TryAgain'
import { usePresenter } from '../../stores/presentation'
import styles from './machines.module.css'
import type { Answer } from './use-answer'

/** What the table below does not have of the sessions that ended; nothing while it has all of them. */
export function EndedNote({ answer, onRetry }: { answer: Answer<LookupAnswer>; onRetry(): void }) {
  const presenter = usePresenter()
  if (answer.kind === 'failed')
    return (
      <div role="alert" className={styles.failed}>
        <p>{machinesText.endedMissing(presenter.text(answer.error.message))}</p>
        <TryAgain onRetry={onRetry} />
      </div>
    )
  if (answer.kind === 'loading')
    return answer.value === null ? (
      <p role="status" className={styles.note}>
        {machinesText.loadingEnded}
      </p>
    ) : null
  const { complete, stopped, sessions, unreadable } = answer.value
  if (complete && unreadable === 0) return null
  return (
    <p role="status" className={styles.note}>
      {stopped ? `${machinesText.othersUnread(presenter.text(stopped.message))} ` : null}
      {complete || stopped ? null : `${machinesText.endedShown(sessions.length)} `}
      {unreadable === 0 ? null : machinesText.unread(unreadable)}
    </p>
  )
}
