import type { Account } from '../../shared/account'
import { providerIds } from '../../shared/ids'
import { providerCatalog } from '../../shared/providers/catalog'
import { ages, type FilterId } from './columns'
import type { Filter } from './list-criteria'
import { rowStates } from './row-state'

type Choice = { id: string; label: string }

const providers: readonly Choice[] = providerIds.map((id) => ({ id, label: providerCatalog[id].name }))

/** A session that is no longer in the list is never filtered for: it is on screen for a moment only. */
const states: readonly Choice[] = rowStates
  .filter((state) => state !== 'left' && state !== 'not watched')
  .map((id) => ({ id, label: id.charAt(0).toUpperCase() + id.slice(1) }))

/** What can be chosen in a filter by choice: of the providers, those that an account is at. */
export function choicesOf(id: FilterId, accounts: readonly Account[]): readonly Choice[] {
  if (id === 'provider')
    return providers.filter((each) => accounts.some(({ provider }) => provider === each.id))
  if (id === 'account') return accounts
  return id === 'state' ? states : ages
}

/** What a filter lets through, in words: "LuaProt, VSay", or the text that is looked for. */
export function filterWords(id: FilterId, filter: Filter, accounts: readonly Account[]): string {
  if (filter.kind === 'text') return `“${filter.text}”`
  const choices = id === 'provider' ? providers : choicesOf(id, accounts)
  return filter.chosen
    .map((chosen) => choices.find((choice) => choice.id === chosen)?.label ?? chosen)
    .join(', ')
}
