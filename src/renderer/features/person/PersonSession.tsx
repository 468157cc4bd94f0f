import { MessageSquare, PanelRight, ScrollText, Unplug } from 'lucide-react'
import { rowLabel } from '../../../shared/list/row-label'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { SessionKey } from '../../../shared/session'
import { findPersonText } from '../../../shared/text/find-person'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { disconnectRefusal, messageRefusal } from '../../actions/action-words'
import { IconButton } from '../../components/IconButton'
import { RelativeTime } from '../../components/RelativeTime'
import { SessionDot } from '../../components/SessionDot'
import { closeFinder, openDisconnect, openLogs, openMessage } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { usePresenter } from '../../stores/presentation'
import { enterDetails } from '../../stores/selection'
import { serviceText } from '../../stores/service-text'
import { goneReason, type ShownSession, sessionState, useSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import styles from './person.module.css'

/** One session of somebody, and what can be done with it right here. */
export function PersonSession({ sessionKey }: { sessionKey: SessionKey }) {
  const session = useSession(sessionKey)
  return session ? <Line session={session} /> : null
}

function Line({ session }: { session: ShownSession }) {
  const { row, leftAt, foundAt } = session
  const account = useAccount(row.accountId)
  const presenter = usePresenter()
  const state = useHealthStore(({ scopes }) => sessionState(session, scopes))
  const name = rowLabel(presenter.row(row))
  const { logs } = providerCatalog[row.provider]
  const left = goneReason(session)
  const leaving = row.disconnecting ? sessionActionsText.alreadyDisconnecting : null
  const details = () => {
    closeFinder()
    enterDetails(row.key)
  }
  return (
    <li className={styles.session}>
      <SessionDot state={state} />
      <bdi className={styles.name} title={name}>
        {name}
      </bdi>
      <span className={styles.quiet}>
        {serviceText(row.provider, account?.label)}
        {row.startedAt === null ? null : (
          <>
            {` · ${findPersonText.started} `}
            <RelativeTime at={row.startedAt} />
          </>
        )}
        {leftAt === null ? (
          foundAt === null ? null : (
            ` · ${findPersonText.notInList}`
          )
        ) : (
          <>
            {` · ${state === 'left' ? findPersonText.left : findPersonText.watchedUntil} `}
            <RelativeTime at={leftAt} />
          </>
        )}
      </span>
      <span className={styles.tools}>
        <IconButton
          label={findPersonText.openDetails}
          shortcut={null}
          icon={<PanelRight />}
          onClick={details}
        />
        {logs ? (
          <IconButton
            label={sessionActionsText.logs}
            shortcut={null}
            icon={<ScrollText />}
            onClick={() => openLogs(row.key)}
          />
        ) : null}
        <IconButton
          label={sessionActionsText.message}
          shortcut={null}
          icon={<MessageSquare />}
          disabledReason={left ?? messageRefusal(row.provider)}
          onClick={() => openMessage(row.key)}
        />
        <IconButton
          label={sessionActionsText.disconnect}
          shortcut={null}
          icon={<Unplug />}
          disabledReason={left ?? disconnectRefusal(row.provider) ?? leaving}
          onClick={() => openDisconnect(row.key)}
        />
      </span>
    </li>
  )
}
