import type { Account } from '../account'
import type { Filter } from '../columns/column'
import { type FilterId, filterableOf } from '../columns/columns'
import { columnsText } from '../text/columns'

/** What a filter lets through, in words: "LuaProt, VSay", or the text that is searched. */
export const filterWords = (id: FilterId, filter: Filter, accounts: readonly Account[]): string =>
  filter.kind === 'text'
    ? columnsText.filterText(filter.text)
    : filter.chosen.map((choice) => filterableOf(id).choiceLabel(choice, accounts)).join(', ')
