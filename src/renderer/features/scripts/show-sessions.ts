import type { Account } from '../../../shared/account'
import { scopeKey } from '../../../shared/account'
import type { ScriptRef } from '../../../shared/script-facts'
import { showPlace } from '../../stores/section'
import { clearFilters, setFilter } from '../../stores/view'

/** Narrows the list to a script's sessions and shows it. */
export function showSessionsOf({ scopes }: Account, { accountId, scriptId }: ScriptRef): void {
  clearFilters()
  const scope = scopes.find(({ kind, id }) => kind === 'script' && id === scriptId)
  // Of an account that watches all of its scripts at once no scope says which one a session runs.
  if (!scope) setFilter('script', { kind: 'choice', chosen: [scriptId] })
  showPlace({ accountId, scopeKey: scope ? scopeKey(accountId, scope) : null })
}
