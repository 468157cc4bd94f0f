import { type FilterId, filterables } from '../../../shared/columns/columns'
import { FilterMenu } from '../../components/FilterMenu'
import { toggleChoice, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'

/** A filter of the sessions within reach of their search. */
export function QuickFilter({ id }: { id: FilterId }) {
  const filter = useView((view) => view.filters[id])
  const accounts = useAccounts()
  const options = filterables[id].choices(accounts)
  const chosen = filter?.kind === 'choice' ? filter.chosen : []
  // With one choice there is nothing to choose.
  if (options.length < 2 && chosen.length === 0) return null
  return (
    <FilterMenu
      label={filterables[id].label}
      options={options}
      chosen={chosen}
      onToggle={(choice) => toggleChoice(id, choice)}
    />
  )
}
