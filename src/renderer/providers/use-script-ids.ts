import { useMemo } from 'react'
import type { Account } from '../../shared/account'
import { scriptNameOf } from '../../shared/script-names'
import { useScripts } from '../stores/scripts'
import type { Suggestion } from './LookupLine'
import { useSessionNames } from './use-session-names'

/** The scripts that an account watches, and those that the list has of it. */
export function useScriptIds(account: Account): readonly Suggestion[] {
  const names = useScripts((state) => state.names)
  const { scripts } = useSessionNames(account)
  return useMemo(() => {
    const watched = account.scopes.filter(({ kind }) => kind === 'script').map(({ id }) => id)
    return [...new Set([...watched, ...scripts])].map((scriptId) => ({
      value: scriptId,
      label: scriptNameOf(names, { accountId: account.id, scriptId }) ?? undefined,
    }))
  }, [account, names, scripts])
}
