import { counted, grouped } from '../../../shared/counted'
import type { LookupAnswer } from '../../../shared/lookup'
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
        <p>Sessions that ended are missing: {presenter.text(answer.error.message)}</p>
        <TryAgain onRetry={onRetry} />
      </div>
    )
  if (answer.kind === 'loading')
    return answer.value === null ? (
      <p role="status" className={styles.note}>
        Loading ended sessions…
      </p>
    ) : null
  const { complete, stopped, sessions, unreadable } = answer.value
  if (complete && unreadable === 0) return null
  return (
    <p role="status" className={styles.note}>
      {stopped ? `The others could not be read: ${presenter.text(stopped.message)} ` : null}
      {complete || stopped
        ? null
        : `Showing the first ${grouped(sessions.length)} ended sessions; there are more. `}
      {unreadable === 0 ? null : `${counted(unreadable, 'session')} could not be read.`}
    </p>
  )
}
