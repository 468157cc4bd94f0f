import { ArrowUp } from 'lucide-react'
import { useRef } from 'react'
import { count, counted } from '../../lib/format'
import { useRosterSummary } from '../../stores/roster'
import { ColumnMenu } from './ColumnMenu'
import { EmptyList } from './EmptyList'
import { sessionList, useSessionList } from './list'
import { Narrowing } from './Narrowing'
import { SearchBox } from './SearchBox'
import styles from './SessionsPanel.module.css'
import { SessionTable } from './SessionTable'
import { StatusLine } from './StatusLine'

/** The middle of the window: search, the table of all live sessions, and how old it is. */
export function SessionsPanel() {
  const { keys, waiting, matched } = useSessionList()
  const { total } = useRosterSummary()
  // "3 new" lies in it too: on the way there the list must not merge by itself.
  const zone = useRef<HTMLDivElement>(null)
  return (
    <section className={styles.panel} aria-label="Sessions">
      <header className={styles.bar}>
        <SearchBox />
        <Narrowing />
        <output className={styles.result}>
          {matched === total ? counted(total, 'session') : `${count(matched)} of ${count(total)}`}
        </output>
        <ColumnMenu />
      </header>
      <div ref={zone} className={styles.middle}>
        {keys.length > 0 ? <SessionTable zone={zone} /> : <EmptyList />}
        {waiting > 0 ? (
          <button type="button" className={styles.waiting} onClick={() => sessionList.showWaiting()}>
            <ArrowUp aria-hidden /> {count(waiting)} new
          </button>
        ) : null}
      </div>
      <StatusLine />
    </section>
  )
}
