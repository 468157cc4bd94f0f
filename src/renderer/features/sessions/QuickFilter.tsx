import { FilterMenu } from '../../components/FilterMenu'
import { type FilterId, filterLabel } from '../../lib/columns'
import { choicesOf } from '../../lib/filter-words'
import { toggleChoice, useView } from '../../stores/view'
import { useAccounts } from '../../stores/workspace'

/** A filter of the sessions within reach of their search. */
export function QuickFilter({ id }: { id: FilterId }) {
  const filter = useView((view) => view.filters[id])
  const accounts = useAccounts()
  return (
    <FilterMenu
      label={filterLabel(id)}
      options={choicesOf(id, accounts)}
      chosen={filter?.kind === 'choice' ? filter.chosen : []}
      onToggle={(choice) => toggleChoice(id, choice)}
    />
  )
}
