import { MoonStar } from 'lucide-react'
import { useMemo } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import { type LookupAnswer, largestLookup } from '../../../shared/lookup'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { lookupText } from '../../../shared/text/lookup'
import { unlistedRow } from '../../../shared/unlisted-row'
import { act } from '../../actions/row-actions'
import { EmptyState } from '../../components/EmptyState'
import { DataTable } from '../../components/grid/DataTable'
import { services } from '../../providers/services'
import { usePresenter } from '../../stores/presentation'
import { openDetails, useSelection } from '../../stores/selection'
import { RowMenu } from '../sessions/RowMenu'
import styles from './lookup.module.css'

/** How many were found, whether that is everyone, and the proof of it. */
function Summary({ answer }: { answer: LookupAnswer }) {
  const { sessions, complete, stopped, total, unreadable, evidence } = answer
  const presenter = usePresenter()
  const proof = presenter.text(`${evidence.asked}: ${evidence.answer}`)
  const found = complete
    ? lookupText.sessions(sessions.length)
    : total === null
      ? lookupText.firstSessions(sessions.length)
      : lookupText.firstOf(sessions.length, total)
  return (
    <p role="status" className={styles.summary} title={proof}>
      <b>{found}</b>
      {complete || stopped ? null : ` ${lookupText.atMost(largestLookup)}`}
      {stopped ? ` ${lookupText.othersUnread(presenter.text(stopped.message))}` : ''}
      {unreadable > 0 ? ` ${lookupText.unread(unreadable)}` : ''}
      <code>{proof}</code>
    </p>
  )
}

/** Nobody was found: there is nothing to say in columns. */
const none: readonly [] = []

const shortcuts = [
  { id: 'message', run: (key: SessionKey) => act('message', key) },
  { id: 'disconnect', run: (key: SessionKey) => act('disconnect', key) },
] as const

/** What a look-up found: rows that open, with the menu and the keys of the list. */
export function LookupResults({ answer }: { answer: LookupAnswer }) {
  const presenter = usePresenter()
  const open = useSelection((state) => state.open)
  const rows = useMemo(() => answer.sessions.map(unlistedRow), [answer])
  const provider = rows[0]?.provider
  return (
    <section aria-label={lookupText.result} className={styles.results}>
      <Summary answer={answer} />
      <DataTable<RosterRow>
        key={provider}
        label={lookupText.found}
        columns={provider ? services[provider].resultColumns : none}
        rows={rows}
        question={answer}
        rowKey={(row) => row.key}
        rowLabel={(row) => rowLabel(presenter.row(row))}
        shortcuts={shortcuts}
        onOpen={(row) => openDetails(row.key)}
        openKey={open}
        menu={(row) => <RowMenu sessionKey={row.key} />}
        empty={
          <EmptyState icon={<MoonStar />} title={lookupText.noneTitle}>
            {lookupText.none}
          </EmptyState>
        }
      />
    </section>
  )
}
