import { X } from 'lucide-react'
import type { Filter } from '../../../shared/columns/column'
import { type FilterId, filterables } from '../../../shared/columns/columns'
import { maskId } from '../../../shared/ids'
import { filterWords } from '../../../shared/list/filter-words'
import { type RelationId, relationLabels } from '../../../shared/list/related'
import { commonText } from '../../../shared/text/common'
import { sessionListText } from '../../../shared/text/session-list'
import section from '../../components/section.module.css'
import type { AliasKind } from '../../lib/aliases'
import { middleEllipsis } from '../../lib/format'
import { useHealthStore } from '../../stores/health'
import { scopeName } from '../../stores/health-words'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { clearFilters, setFilter, setPlace, setRelated, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'
import styles from './SessionsPanel.module.css'

/** What narrows the list besides the search, each with a cross: nothing is hidden without saying so. */
export function ActiveFilters() {
  const place = useView((view) => view.place)
  const filters = useView((view) => view.filters)
  const accounts = useAccounts()
  const presenter = usePresenter()
  const entries = Object.entries(filters) as [FilterId, Filter][]
  const related = useView((view) => view.related)
  if (place === null && related === null && entries.length === 0) return null
  return (
    <section aria-label={sessionListText.filters} className={styles.filters}>
      <PlaceChip />
      <RelatedChip />
      {entries.map(([id, filter]) => (
        <Chip
          key={id}
          what={filterables[id].label}
          // A part of a name is no name that has a stand-in.
          value={
            filter.kind === 'text'
              ? presenter.secret(commonText.quoted(filter.text))
              : filterWords(id, filter, accounts)
          }
          onClear={() => setFilter(id, { kind: 'choice', chosen: [] })}
        />
      ))}
      <button type="button" className={section.clear} title={sessionListText.showAll} onClick={clearFilters}>
        {sessionListText.clearFilters}
      </button>
    </section>
  )
}

function PlaceChip() {
  const presenter = usePresenter()
  const place = useView((view) => view.place)
  const accounts = useAccounts()
  const names = useScripts((state) => state.names)
  const scope = useHealthStore(({ scopes }) => scopes.get(place?.scopeKey ?? '')?.scope)
  const account = accounts.find((each) => each.id === place?.accountId)
  if (!place || !account) return null
  return (
    <Chip
      what={account.label}
      value={scope ? scopeName(account, scope, names, presenter.secret) : null}
      onClear={() => setPlace(null)}
    />
  )
}

const aliasKinds: Readonly<Partial<Record<RelationId, AliasKind>>> = {
  user: 'User',
  machine: 'Machine',
  job: 'Job',
}

/** Keys and hardware ids are personal: their ends tell them apart. */
function RelatedChip() {
  const related = useView((view) => view.related)
  const presenter = usePresenter()
  if (!related) return null
  const { id, value } = related
  const isSecret = id === 'key' || id === 'hwid'
  const shown = isSecret ? maskId(value) : middleEllipsis(value, 24)
  const kind = aliasKinds[id]
  const hidden = isSecret ? presenter.secret(value) : kind ? presenter.name(kind, value) : shown
  return (
    <Chip what={relationLabels[id]} value={presenter.on ? hidden : shown} onClear={() => setRelated(null)} />
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
        aria-label={sessionListText.removeFilter(props.what)}
        title={sessionListText.removeFilter(props.what)}
        onClick={props.onClear}
      >
        <X aria-hidden />
      </button>
    </span>
  )
}
