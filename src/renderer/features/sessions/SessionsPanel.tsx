import { ArrowUp, Download } from 'lucide-react'
import { useRef } from 'react'
import { sessionListText } from '../../../shared/text/session-list'
import { request } from '../../bridge'
import { IconButton } from '../../components/IconButton'
import section from '../../components/section.module.css'
import { openDialog } from '../../stores/dialogs'
import { useSessionList } from '../../stores/roster'
import { ActiveFilters } from './ActiveFilters'
import { AddAccount } from './AddAccount'
import { ColumnMenu } from './ColumnMenu'
import { EmptyList } from './EmptyList'
import { QuickFilter } from './QuickFilter'
import { SearchBox } from './SearchBox'
import { SelectionBar } from './SelectionBar'
import { SessionTable } from './SessionTable'
import { ShownMenu } from './ShownMenu'
import { StatusLine } from './StatusLine'

/** The middle of the window: search, the table of all live sessions, and how old it is. */
export function SessionsPanel() {
  const isEmpty = useSessionList(({ keys }) => keys.length === 0)
  // "3 new" lies in it too: on the way there the list must not merge by itself.
  const zone = useRef<HTMLDivElement>(null)
  return (
    <section className={section.panel} aria-label={sessionListText.title}>
      <header className={section.bar}>
        <SearchBox />
        <QuickFilter id="provider" />
        <QuickFilter id="state" />
        <ShownMenu />
        <span className={section.tools}>
          <IconButton
            label={sessionListText.export}
            shortcut={null}
            icon={<Download />}
            onClick={() => openDialog({ kind: 'export-sessions' })}
          />
          <ColumnMenu />
          <AddAccount />
        </span>
      </header>
      <ActiveFilters />
      <div ref={zone} className={section.middle}>
        {isEmpty ? (
          <div className={section.instead}>
            <EmptyList />
          </div>
        ) : null}
        {/* There from the start: rows need no more than themselves, once they come. */}
        <SessionTable zone={zone} isEmpty={isEmpty} />
        <Waiting />
        <SelectionBar />
      </div>
      <StatusLine />
    </section>
  )
}

/** Who is new and waits, because the person is on the list. */
function Waiting() {
  const waiting = useSessionList((list) => list.waiting)
  if (waiting === 0) return null
  return (
    <button
      type="button"
      title={sessionListText.showWaiting}
      className={section.waiting}
      onClick={() => void request('list.showWaiting')}
    >
      <ArrowUp aria-hidden /> {sessionListText.waiting(waiting)}
    </button>
  )
}
