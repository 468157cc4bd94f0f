import { useMemo } from 'react'
import type { Account } from '../../shared/account'
import { scriptNameOf } from '../../shared/script-names'
import { roster } from '../stores/roster'
import { useScripts } from '../stores/scripts'
import type { Suggestion } from './LookupLine'

/** The scripts that an account watches, and those that the list has of it. */
export function useScriptIds(account: Account): readonly Suggestion[] {
  const names = useScripts((state) => state.names)
  return useMemo(() => {
    const ids = new Set(account.scopes.filter(({ kind }) => kind === 'script').map(({ id }) => id))
    for (const row of roster.rows.values())
      if (row.accountId === account.id && row.scriptId !== null) ids.add(row.scriptId)
    return [...ids].map((scriptId) => ({
      value: scriptId,
      label: scriptNameOf(names, { accountId: account.id, scriptId }) ?? undefined,
    }))
  }, [account, names])
}
