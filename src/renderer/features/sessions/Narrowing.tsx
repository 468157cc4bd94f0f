import { X } from 'lucide-react'
import { ages, type ColumnId, columns } from '../../lib/columns'
import { scopeName } from '../../lib/health-words'
import type { ColumnFilter } from '../../lib/list-order'
import { useHealthStore } from '../../stores/health'
import { setFilter, setPlace, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'
import styles from './SessionsPanel.module.css'

/** What narrows the list besides the search, each with a cross: nothing is hidden without saying so. */
export function Narrowing() {
  const filters = useView((view) => view.filters)
  const accounts = useAccounts()
  const words = (id: string) =>
    accounts.find((account) => account.id === id)?.label ?? ages.find((age) => age.id === id)?.label ?? id
  const entries = Object.entries(filters) as [ColumnId, ColumnFilter][]
  return (
    <>
      <PlaceChip />
      {entries.map(([column, filter]) => (
        <Chip
          key={column}
          what={columns[column].label}
          value={filter.kind === 'text' ? `“${filter.text}”` : filter.chosen.map(words).join(', ')}
          onClear={() => setFilter(column, { kind: 'choice', chosen: [] })}
        />
      ))}
    </>
  )
}

function PlaceChip() {
  const place = useView((view) => view.place)
  const accounts = useAccounts()
  const scope = useHealthStore(({ scopes }) => scopes.get(place?.scopeKey ?? '')?.scope)
  const account = accounts.find((each) => each.id === place?.accountId)
  if (!place || !account) return null
  return (
    <Chip
      what={account.label}
      value={scope ? scopeName(account, scope) : null}
      onClear={() => setPlace(null)}
    />
  )
}

function Chip(props: { what: string; value: string | null; onClear(): void }) {
  return (
    <span className={styles.chip}>
      <span className={styles.chipWords}>
        {props.what}
        {props.value === null ? null : <b>{props.value}</b>}
      </span>
      <button
        type="button"
        aria-label={`Stop narrowing by ${props.what}`}
        title="Remove"
        onClick={props.onClear}
      >
        <X aria-hidden />
      </button>
    </span>
  )
}
