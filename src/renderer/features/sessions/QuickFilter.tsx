import { type FilterId, filterLabel } from '../../../shared/columns/columns'
import { choicesOf } from '../../../shared/list/filter-words'
import { FilterMenu } from '../../components/FilterMenu'
import { toggleChoice, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'

/** A filter of the sessions within reach of their search. */
export function QuickFilter({ id }: { id: FilterId }) {
  const filter = useView((view) => view.filters[id])
  const accounts = useAccounts()
  const options = choicesOf(id, accounts)
  const chosen = filter?.kind === 'choice' ? filter.chosen : []
  // With one choice there is nothing to choose.
  if (options.length < 2 && chosen.length === 0) return null
  return (
    <FilterMenu
      label={filterLabel(id)}
      options={options}
      chosen={chosen}
      onToggle={(choice) => toggleChoice(id, choice)}
    />
  )
}
