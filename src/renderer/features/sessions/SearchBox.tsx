import { sessionListText } from '../../../shared/text/session-list'
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
  const hits = narrowed ? sessionListText.hits(matched, total) : null
  const covered = usePresenter().on
  return (
    <SearchField
      label={sessionListText.search}
      value={query}
      onChange={setQuery}
      hits={hits}
      covered={covered}
    />
  )
}
