import { ArrowUp, Download } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '../../components/IconButton'
import { count } from '../../lib/format'
import { openDialog } from '../../stores/dialogs'
import { AddAccount } from './AddAccount'
import { ColumnMenu } from './ColumnMenu'
import { EmptyList } from './EmptyList'
import { sessionList, useSessionList } from './list'
import { Narrowing } from './Narrowing'
import { QuickFilter } from './QuickFilter'
import { SearchBox } from './SearchBox'
import { SelectionBar } from './SelectionBar'
import styles from './SessionsPanel.module.css'
import { SessionTable } from './SessionTable'
import { ShownMenu } from './ShownMenu'
import { StatusLine } from './StatusLine'

/** The middle of the window: search, the table of all live sessions, and how old it is. */
export function SessionsPanel() {
  const isEmpty = useSessionList(({ keys }) => keys.length === 0)
  // "3 new" lies in it too: on the way there the list must not merge by itself.
  const zone = useRef<HTMLDivElement>(null)
  return (
    <section className={styles.panel} aria-label="Sessions">
      <header className={styles.bar}>
        <SearchBox />
        <QuickFilter id="provider" />
        <QuickFilter id="state" />
        <ShownMenu />
        <span className={styles.tools}>
          <IconButton
            label="Export sessions…"
            shortcut={null}
            icon={<Download />}
            onClick={() => openDialog({ kind: 'export-sessions' })}
          />
          <ColumnMenu />
          <AddAccount />
        </span>
      </header>
      <Narrowing />
      <div ref={zone} className={styles.middle}>
        {isEmpty ? <EmptyList /> : <SessionTable zone={zone} />}
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
      title="Show them now"
      className={styles.waiting}
      onClick={() => sessionList.showWaiting()}
    >
      <ArrowUp aria-hidden /> {count(waiting)} new
    </button>
  )
}
