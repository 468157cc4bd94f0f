import { findPersonText } from '../../../shared/text/find-person'
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
      <section aria-label={findPersonText.sessions} className={styles.part}>
        <div className={styles.head}>
          <h3>
            {keys.length > 0
              ? findPersonText.sessionCount(keys.length)
              : isAsking
                ? findPersonText.sessions
                : findPersonText.noSession}
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
          <p className={styles.quiet}>{isAsking ? findPersonText.asking : findPersonText.nobody}</p>
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
    <section aria-label={findPersonText.similar} className={styles.part}>
      <h3 className={styles.heading}>
        {props.hasExact ? findPersonText.otherSimilarCount(total) : findPersonText.similarCount(total)}
      </h3>
      <ul className={styles.list}>
        {sessions.map(({ key }) => (
          <PersonSession key={key} sessionKey={key} />
        ))}
      </ul>
      {sessions.length < total ? (
        <p className={styles.quiet}>{findPersonText.firstSimilar(sessions.length)}</p>
      ) : null}
    </section>
  )
}

/** The latest of somebody's sessions that are over; what was typed in them can still be read. */
function Ended({ ended }: Pick<FoundState, 'ended'>) {
  const shown = ended.slice(0, mostEnded)
  return (
    <section aria-label={findPersonText.ended} className={styles.part}>
      <h3 className={styles.heading}>
        {shown.length < ended.length
          ? findPersonText.latestEnded(shown.length, ended.length)
          : findPersonText.endedCount(ended.length)}
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
      <Button onClick={() => openBulkOf('message', keys)}>{findPersonText.messageAll}</Button>
      <Button kind="danger-quiet" onClick={() => openBulkOf('disconnect', keys)}>
        {findPersonText.disconnectAll}
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
      return findPersonText.searching
    case 'answered':
      return state.complete
        ? findPersonText.sessionCount(state.sessions)
        : findPersonText.firstSessions(state.sessions)
    case 'failed':
      return isUnknown(state) ? findPersonText.unknownThere : state.error.message
  }
}

function Asks({ asks }: Pick<FoundState, 'asks'>) {
  const accounts = useAccounts()
  const presenter = usePresenter()
  return (
    <section aria-label={findPersonText.accounts} className={styles.part}>
      <h3 className={styles.heading}>{findPersonText.accounts}</h3>
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
              {question ? findPersonText.queried(how, presenter.text(said(state))) : presenter.text(how)}
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
    <section aria-label={findPersonText.actions} className={styles.part}>
      <h3 className={styles.heading}>
        {actions.length > 0 ? findPersonText.actions : findPersonText.noActions}
      </h3>
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
