import { grouped } from '../../../shared/counted'
import { SearchField } from '../../components/SearchField'
import { usePresenter } from '../../stores/presentation'
import { useRosterSummary, useSessionList } from '../../stores/roster'
import { isNarrowed, setQuery, useView } from '../../stores/view'

/** Searches every field of every session, at once. */
export function SearchBox() {
  const query = useView((view) => view.query)
  const narrowed = useView(isNarrowed)
  const matched = useSessionList((list) => (narrowed ? list.matched : 0))
  const { total } = useRosterSummary()
  const hits = narrowed ? `${grouped(matched)} of ${grouped(total)}` : null
  const covered = usePresenter().on
  return (
    <SearchField label="Search sessions" value={query} onChange={setQuery} hits={hits} covered={covered} />
  )
}
