import { MessageSquare, ScrollText, SquareTerminal, Unplug, X } from 'lucide-react'
import { rowLabel } from '../../../shared/list/row-label'
import { type RowState, seenAt } from '../../../shared/list/row-state'
import { providerCatalog } from '../../../shared/providers/catalog'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { sessionDetailsText } from '../../../shared/text/session-details'
import { disconnectRefusal, messageRefusal } from '../../actions/action-words'
import { OutcomeLine } from '../../actions/OutcomeLine'
import { Button } from '../../components/Button'
import { classNames } from '../../components/class-names'
import { IconButton } from '../../components/IconButton'
import { relativeText } from '../../components/RelativeTime'
import { SessionDot } from '../../components/SessionDot'
import { duration } from '../../lib/format'
import { useNow } from '../../lib/now'
import { useSessionActions } from '../../stores/actions'
import { openDisconnect, openLogs, openMessage } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { usePresenter } from '../../stores/presentation'
import { serviceText } from '../../stores/service-text'
import { goneReason, type ShownSession, sessionState } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { hasMachine, openMachine } from '../terminal/open-machine'
import { useIsOurs } from '../terminal/terminals'
import styles from './details.module.css'

/** Who it is, how long, and what can be done. */
export function DetailsHeader({ session, onClose }: { session: ShownSession; onClose(): void }) {
  const { row } = session
  const facts = providerCatalog[row.provider]
  const account = useAccount(row.accountId)
  const ours = useIsOurs(row.key)
  const name = rowLabel(usePresenter().row(row))
  const action = useSessionActions(row.key).at(-1)
  const mayTakeMs = row.disconnecting?.mayTakeMs ?? facts.disconnectMayTakeMs
  const left = goneReason(session)
  const leaving = row.disconnecting ? sessionActionsText.alreadyDisconnecting : null
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h2 title={name}>{name}</h2>
        <IconButton label={sessionDetailsText.close} shortcut="close" icon={<X />} onClick={onClose} />
      </div>
      <p className={styles.service}>
        {serviceText(row.provider, account?.label)}
        {ours ? <span className={styles.ours}> · {sessionDetailsText.yours}</span> : null}
      </p>
      <LiveLine session={session} />
      <div className={styles.buttons}>
        {hasMachine(row) ? (
          <Button
            icon={<SquareTerminal />}
            tooltip={sessionDetailsText.openTerminalTooltip}
            onClick={() => openMachine(row)}
          >
            {sessionActionsText.openTerminal}
          </Button>
        ) : null}
        {facts.logs ? (
          <Button
            icon={<ScrollText />}
            tooltip={sessionDetailsText.logsTooltip}
            onClick={() => openLogs(row.key)}
          >
            {sessionActionsText.logs}
          </Button>
        ) : null}
        <Button
          icon={<MessageSquare />}
          disabledReason={left ?? messageRefusal(row.provider)}
          tooltip={sessionDetailsText.messageTooltip}
          shortcut="message"
          onClick={() => openMessage(row.key)}
        >
          {sessionActionsText.message}
        </Button>
        <Button
          kind="danger-quiet"
          icon={<Unplug />}
          disabledReason={left ?? disconnectRefusal(row.provider) ?? leaving}
          tooltip={sessionDetailsText.disconnectTooltip}
          shortcut="disconnect"
          onClick={() => openDisconnect(row.key)}
        >
          {sessionActionsText.disconnect}
        </Button>
      </div>
      {action ? <OutcomeLine action={action} mayTakeMs={mayTakeMs} /> : null}
    </header>
  )
}

/** How a session that is listed stands, and since when; `span`: how long it runs, `null` where nobody says. */
function standing(state: RowState, span: string | null): string[] {
  if (state === 'live') return [span === null ? sessionDetailsText.live : sessionDetailsText.liveFor(span)]
  const words = state === 'disconnecting' ? sessionDetailsText.disconnecting : sessionDetailsText.stale
  return span === null ? [words] : [words, sessionDetailsText.started(span)]
}

/** "Live 14 m · beat 4 s ago · seen 1 s ago", or since when it is gone. */
function LiveLine({ session }: { session: ShownSession }) {
  const { row, leftAt, foundAt } = session
  const state = useHealthStore(({ scopes }) => sessionState(session, scopes))
  const seen = useHealthStore(({ scopes }) => seenAt(row, scopes))
  const text = useNow((now) => {
    if (leftAt !== null) {
      const when = relativeText(leftAt, now)
      return session.isWatched ? sessionDetailsText.left(when) : sessionDetailsText.watchedUntil(when)
    }
    return [
      ...standing(state, row.startedAt === null ? null : duration(now - row.startedAt)),
      row.lastBeatAt === null ? null : sessionDetailsText.beat(relativeText(row.lastBeatAt, now)),
      seen === null ? null : sessionDetailsText.seen(relativeText(seen, now)),
      foundAt === null ? null : sessionDetailsText.found(relativeText(foundAt, now)),
    ]
      .filter(Boolean)
      .join(' · ')
  })
  return (
    <p className={classNames(styles.live, 'tabular')} data-state={state} title={text}>
      <span aria-hidden className={styles.sign}>
        <SessionDot state={state} />
      </span>
      {text}
    </p>
  )
}
