import { MessageSquare, ScrollText, SquareTerminal, Unplug, X } from 'lucide-react'
import { rowLabel } from '../../../shared/list/row-label'
import { type RowState, seenAt } from '../../../shared/list/row-state'
import { providerCatalog } from '../../../shared/providers/catalog'
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
  const leaving = row.disconnecting ? 'Already disconnecting' : null
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h2 title={name}>{name}</h2>
        <IconButton label="Close details" shortcut="close" icon={<X />} onClick={onClose} />
      </div>
      <p className={styles.service}>
        {serviceText(row.provider, account?.label)}
        {ours ? <span className={styles.ours}> · yours, a terminal in this window</span> : null}
      </p>
      <LiveLine session={session} />
      <div className={styles.buttons}>
        {hasMachine(row) ? (
          <Button
            icon={<SquareTerminal />}
            tooltip="Open a terminal on this session’s machine"
            onClick={() => openMachine(row)}
          >
            Open terminal
          </Button>
        ) : null}
        {facts.logs ? (
          <Button
            icon={<ScrollText />}
            tooltip="Read what was typed and printed in this session"
            onClick={() => openLogs(row.key)}
          >
            Logs
          </Button>
        ) : null}
        <Button
          icon={<MessageSquare />}
          disabledReason={left ?? messageRefusal(row.provider)}
          tooltip="Send a message to this session"
          shortcut="message"
          onClick={() => openMessage(row.key)}
        >
          Message
        </Button>
        <Button
          kind="danger-quiet"
          icon={<Unplug />}
          disabledReason={left ?? disconnectRefusal(row.provider) ?? leaving}
          tooltip="Disconnect this session; you are asked first"
          shortcut="disconnect"
          onClick={() => openDisconnect(row.key)}
        >
          Disconnect
        </Button>
      </div>
      {action ? <OutcomeLine action={action} mayTakeMs={mayTakeMs} /> : null}
    </header>
  )
}

const words: Readonly<Record<RowState, string>> = {
  live: 'Live',
  disconnecting: 'Disconnecting',
  stale: 'Stale',
  left: 'Left',
  unwatched: 'Watched until',
}

/** "Live 14 m · beat 4 s ago · seen 1 s ago", or since when it is gone. */
function LiveLine({ session }: { session: ShownSession }) {
  const { row, leftAt, foundAt } = session
  const state = useHealthStore(({ scopes }) => sessionState(session, scopes))
  const seen = useHealthStore(({ scopes }) => seenAt(row, scopes))
  const text = useNow((now) => {
    if (leftAt !== null) return `${words[state]} ${relativeText(leftAt, now)}`
    const started = row.startedAt === null ? '' : duration(now - row.startedAt)
    return [
      state === 'live' ? `${words.live} ${started}` : words[state],
      state === 'live' || !started ? null : `started ${started} ago`,
      row.lastBeatAt === null ? null : `beat ${relativeText(row.lastBeatAt, now)}`,
      seen === null ? null : `seen ${relativeText(seen, now)}`,
      foundAt === null ? null : `not in the list, found ${relativeText(foundAt, now)}`,
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
