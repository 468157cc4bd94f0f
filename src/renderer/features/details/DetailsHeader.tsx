import { MessageSquare, ScrollText, SquareTerminal, Unplug, X } from 'lucide-react'
import { providerCatalog } from '../../../shared/provider-catalog'
import { Button } from '../../components/Button'
import { classNames } from '../../components/class-names'
import { IconButton } from '../../components/IconButton'
import { relativeText } from '../../components/RelativeTime'
import { duration } from '../../lib/format'
import { seenAt } from '../../lib/row-state'
import { useSessionActions } from '../../stores/actions'
import { openDisconnect, openLogs, openMessage } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { useNow } from '../../stores/now'
import { useAccount } from '../../stores/workspace'
import { serviceText } from '../accounts/service-text'
import { disconnectRefusal, messageRefusal } from '../actions/action-words'
import { OutcomeLine } from '../actions/OutcomeLine'
import type { ShownSession } from '../actions/use-session'
import { rowLabel } from '../sessions/row-actions'
import { hasMachine, openMachine } from '../terminal/open-vsay'
import styles from './details.module.css'

/** Who it is, how long, and what can be done. */
export function DetailsHeader({ session, onClose }: { session: ShownSession; onClose(): void }) {
  const { row, leftAt } = session
  const facts = providerCatalog[row.provider]
  const account = useAccount(row.accountId)
  const action = useSessionActions(row.key).at(-1)
  const mayTakeMs = row.disconnecting?.mayTakeMs ?? facts.disconnectMayTakeMs
  const left = leftAt === null ? null : 'The session has left'
  const leaving = row.disconnecting ? 'It is being disconnected already' : null
  return (
    <header className={styles.header}>
      <div className={styles.title}>
        <h2 title={rowLabel(row)}>{rowLabel(row)}</h2>
        <IconButton label="Close details" shortcut="Esc" icon={<X />} onClick={onClose} />
      </div>
      <p className={styles.service}>{serviceText(row.provider, account?.label)}</p>
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
          shortcut="M"
          onClick={() => openMessage(row.key)}
        >
          Message
        </Button>
        <Button
          kind="danger-quiet"
          icon={<Unplug />}
          disabledReason={left ?? disconnectRefusal(row.provider) ?? leaving}
          tooltip="Disconnect this session; you are asked first"
          shortcut="Del"
          onClick={() => openDisconnect(row.key)}
        >
          Disconnect
        </Button>
      </div>
      {action ? <OutcomeLine action={action} mayTakeMs={mayTakeMs} /> : null}
    </header>
  )
}

/** "Live 14 m · listed 4 s ago", or since when it is gone. */
function LiveLine({ session: { row, leftAt } }: { session: ShownSession }) {
  const seen = useHealthStore(({ scopes }) => seenAt(row, scopes))
  const text = useNow((now) => {
    if (leftAt !== null) return `Left ${relativeText(leftAt, now)}`
    const live = row.startedAt === null ? 'Live' : `Live ${duration(now - row.startedAt)}`
    const beat = row.lastBeatAt === null ? '' : ` · beat ${relativeText(row.lastBeatAt, now)}`
    return `${live}${beat}${seen === null ? '' : ` · seen ${relativeText(seen, now)}`}`
  })
  return (
    <p className={classNames(styles.live, 'tabular')} data-left={leftAt !== null || undefined}>
      {text}
    </p>
  )
}
