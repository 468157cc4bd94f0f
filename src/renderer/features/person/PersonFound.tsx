import { personText } from '../../../shared/text/person'
import { actionNames, outcomeWords } from '../../actions/outcome-words'
import { targetText } from '../../actions/target-text'
import { Button } from '../../components/Button'
import { RelativeTime } from '../../components/RelativeTime'
import { isolated } from '../../lib/direction'
import { openBulkOf } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { useAccounts } from '../../stores/workspace'
import { PersonSession } from './PersonSession'
import styles from './person.module.css'
import type { AskState, FoundState } from './person-search'

/** More sessions that are over than these are for the look-up. */
const mostEnded = 10

/** What is known of somebody: sessions, what each account said, and what was done. */
export function PersonFound({ person, asks, keys, ended }: FoundState) {
  const isAsking = asks.some(({ state }) => state.kind === 'asking')
  return (
    <>
      <section aria-label={personText.sessions} className={styles.part}>
        <div className={styles.head}>
          <h3>
            {keys.length > 0
              ? personText.sessionCount(keys.length)
              : isAsking
                ? personText.sessions
                : personText.noSession}
          </h3>
          {keys.length > 1 ? <Everywhere keys={keys} /> : null}
        </div>
        {keys.length > 0 ? (
          <ul className={styles.list}>
            {keys.map((key) => (
              <PersonSession key={key} sessionKey={key} />
            ))}
          </ul>
        ) : (
          <p className={styles.quiet}>{isAsking ? personText.asking : personText.nobody}</p>
        )}
      </section>
      <Similar similar={person.similar} hasExact={keys.length > 0} />
      {ended.length > 0 ? <Ended ended={ended} /> : null}
      <Asks asks={asks} />
      <Actions actions={person.actions} />
    </>
  )
}

/** Sessions that only resemble what was looked for: perhaps others, so that nothing is done to all of them from here. */
function Similar(props: { similar: FoundState['person']['similar']; hasExact: boolean }) {
  const { sessions, total } = props.similar
  if (total === 0) return null
  return (
    <section aria-label={personText.similar} className={styles.part}>
      <h3 className={styles.heading}>
        {props.hasExact ? personText.otherSimilarCount(total) : personText.similarCount(total)}
      </h3>
      <ul className={styles.list}>
        {sessions.map(({ key }) => (
          <PersonSession key={key} sessionKey={key} />
        ))}
      </ul>
      {sessions.length < total ? (
        <p className={styles.quiet}>{personText.firstSimilar(sessions.length)}</p>
      ) : null}
    </section>
  )
}

/** The latest of somebody's sessions that are over; what was typed in them can still be read. */
function Ended({ ended }: Pick<FoundState, 'ended'>) {
  const shown = ended.slice(0, mostEnded)
  return (
    <section aria-label={personText.ended} className={styles.part}>
      <h3 className={styles.heading}>
        {shown.length < ended.length
          ? personText.latestEnded(shown.length, ended.length)
          : personText.endedCount(ended.length)}
      </h3>
      <ul className={styles.list}>
        {shown.map((key) => (
          <PersonSession key={key} sessionKey={key} />
        ))}
      </ul>
    </section>
  )
}

/** All of somebody's sessions at once; a preview says whom it reaches. */
function Everywhere({ keys }: Pick<FoundState, 'keys'>) {
  return (
    <span className={styles.everywhere}>
      <Button onClick={() => openBulkOf('message', keys)}>{personText.messageAll}</Button>
      <Button kind="danger-quiet" onClick={() => openBulkOf('disconnect', keys)}>
        {personText.disconnectAll}
      </Button>
    </span>
  )
}

/** That a service knows nobody by this is its answer, not a fault. */
const isUnknown = (state: AskState): boolean => state.kind === 'failed' && state.error.kind === 'not-found'

function said(state: AskState): string {
  switch (state.kind) {
    case 'none':
      return ''
    case 'asking':
      return personText.searching
    case 'answered':
      return state.complete
        ? personText.sessionCount(state.sessions)
        : personText.firstSessions(state.sessions)
    case 'failed':
      return isUnknown(state) ? personText.unknownThere : state.error.message
  }
}

function Asks({ asks }: Pick<FoundState, 'asks'>) {
  const accounts = useAccounts()
  const presenter = usePresenter()
  return (
    <section aria-label={personText.accounts} className={styles.part}>
      <h3 className={styles.heading}>{personText.accounts}</h3>
      <ul className={styles.list}>
        {asks.map(({ accountId, how, question, state }) => (
          <li
            key={`${accountId} ${how} ${JSON.stringify(question)}`}
            className={styles.ask}
            data-state={isUnknown(state) ? 'answered' : state.kind}
          >
            <b>
              <bdi>{accounts.find(({ id }) => id === accountId)?.label ?? accountId}</bdi>
            </b>
            <span>
              {question ? personText.queried(how, presenter.text(said(state))) : presenter.text(how)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({ actions }: Pick<FoundState['person'], 'actions'>) {
  const presenter = usePresenter()
  return (
    <section aria-label={personText.actions} className={styles.part}>
      <h3 className={styles.heading}>{actions.length > 0 ? personText.actions : personText.noActions}</h3>
      <ul className={styles.list}>
        {actions.map((action) => {
          const { text, tone } = outcomeWords(action, null)
          return (
            <li key={action.id} className={styles.action} data-tone={tone}>
              <span className={styles.when}>
                <RelativeTime at={action.requestedAt} />
              </span>
              <span>
                {actionNames[action.kind]} {isolated(targetText(action, presenter))} ·{' '}
                {isolated(action.accountLabel)}
              </span>
              <b>{presenter.text(text)}</b>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
