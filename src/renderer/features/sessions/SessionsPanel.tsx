import { ArrowUp, Download } from 'lucide-react'
import { useRef } from 'react'
import { catalogue } from '../../../shared/text/catalogue'
import { sessionListText } from '../../../shared/text/session-list'
import { request } from '../../bridge'
import { HeadButton } from '../../components/HeadButton'
import { PageHead } from '../../components/PageHead'
import section from '../../components/section.module.css'
import { openDialog } from '../../stores/dialogs'
import { useRosterSummary, useSessionList } from '../../stores/roster'
import { ActiveFilters } from './ActiveFilters'
import { AddAccount } from './AddAccount'
import { ColumnMenu } from './ColumnMenu'
import { EmptyList } from './EmptyList'
import { QuickFilter } from './QuickFilter'
import { SearchBox } from './SearchBox'
import { SelectionBar } from './SelectionBar'
import { SessionTable } from './SessionTable'
import { ShownMenu } from './ShownMenu'
import { Age, StatusLine } from './StatusLine'

/** The middle of the window: search, the table of all live sessions, and how old it is. */
export function SessionsPanel() {
  const isEmpty = useSessionList(({ keys }) => keys.length === 0)
  // "3 new" lies in it too: on the way there the list must not merge by itself.
  const zone = useRef<HTMLDivElement>(null)
  return (
    <section className={section.panel} aria-label={sessionListText.title}>
      <PageHead title={sessionListText.title} count={<Total />} facts={<Age />}>
        <ShownMenu />
        <HeadButton
          label={sessionListText.export}
          word={sessionListText.exportWord}
          shortcut={null}
          icon={<Download />}
          onClick={() => openDialog({ kind: 'export-sessions' })}
        />
        <ColumnMenu />
        <AddAccount />
      </PageHead>
      <div className={section.bar}>
        <SearchBox />
        <QuickFilter id="provider" />
        <QuickFilter id="state" />
      </div>
      <ActiveFilters />
      <div ref={zone} className={section.zone}>
        <div className={section.middle}>
          {isEmpty ? (
            <div className={section.instead}>
              <EmptyList />
            </div>
          ) : null}
          {/* There from the start: rows need no more than themselves, once they come. */}
          <SessionTable zone={zone} isEmpty={isEmpty} />
        </div>
        <SelectionBar />
        <StatusLine>
          <Waiting />
        </StatusLine>
      </div>
    </section>
  )
}

/** By itself: it changes with every heartbeat. */
function Total() {
  return catalogue.number(useRosterSummary().total)
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
