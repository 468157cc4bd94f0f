import type { Account } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { ScriptFacts } from '../../../shared/providers/facts'
import type { ScriptCounts } from '../../../shared/script'
import { type ScriptRef, scriptKey } from '../../../shared/script-facts'

/** A script of the list; `live`: how many sessions it has. */
export type ScriptEntry = ScriptRef & { live: number }

/** An account with its scripts, and what its service has of them. */
export type ScriptGroup = { account: Account; facts: ScriptFacts; entries: readonly ScriptEntry[] }

/** What the entries are made of, besides the accounts. */
type ScriptSources = {
  /** What services counted, by account id. */
  counts: ReadonlyMap<string, Pick<ScriptCounts, 'counts'>>
  /** Live sessions that the list holds, by `scriptKey`. */
  listed: Readonly<Record<string, number>>
}

/** The script ids that an account's own scopes name. */
const watched = ({ scopes }: Account): readonly string[] =>
  scopes.filter(({ kind }) => kind === 'script').map(({ id }) => id)

/**
 * Every script that is known, by account: those that are watched, those that the service counts, and those of which
 * sessions are listed. The service's count is preferred to that of the list, which may hold a part of a sweep.
 */
export function scriptGroups(accounts: readonly Account[], sources: ScriptSources): ScriptGroup[] {
  return accounts.flatMap((account) => {
    const facts = account.enabled ? providerCatalog[account.provider].scripts : null
    if (!facts) return []
    const prefix = scriptKey({ accountId: account.id, scriptId: '' })
    const counted = new Map(
      sources.counts.get(account.id)?.counts.map(({ scriptId, live }) => [scriptId, live]),
    )
    const listed = Object.keys(sources.listed)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
    const ids = new Set([...watched(account), ...counted.keys(), ...listed])
    const entries = Array.from(ids, (scriptId) => ({
      accountId: account.id,
      scriptId,
      live: counted.get(scriptId) ?? sources.listed[prefix + scriptId] ?? 0,
    }))
    return { account, facts, entries: facts.kind === 'counted' ? entries.sort(mostLiveFirst) : entries }
  })
}

const mostLiveFirst = (a: ScriptEntry, b: ScriptEntry): number =>
  b.live - a.live || (a.scriptId < b.scriptId ? -1 : 1)
