import type { ScriptCounts } from '../../../../shared/script'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { listHoldsAll, type PersonAsks, type PersonSearch } from '../person'

const robloxName = /^\w{3,20}$/

/** Most scripts that are searched for a name: each is a request of a budget that others need, too. */
const mostScripts = 5

/**
 * What Junkie can be asked: by name, at the scripts of which the list may lack somebody, those that lack the most first.
 * `counts`: its scripts as they were counted last; `null`: not counted yet.
 */
export function junkieAsks(search: PersonSearch, counts: ScriptCounts | null): PersonAsks {
  const { text } = search
  const scripts = robloxName.test(text) ? lackingScripts(search, counts) : []
  const asks = scripts.slice(0, mostScripts).map((scriptId) => ({
    how: serviceAnswersText.byUserNameAt(scriptId),
    question: { provider: 'junkie', scriptId, userName: text } as const,
  }))
  const left = scripts.length - asks.length
  const unasked = left > 0 ? serviceAnswersText.scriptsNotAsked(left) : null
  return { asks, unasked, searched: listHoldsAll() }
}

function lackingScripts({ incomplete, listed }: PersonSearch, counts: ScriptCounts | null): string[] {
  const lacking = new Map<string, number>()
  for (const { scope, isLate } of incomplete) {
    if (scope.kind === 'script') lacking.set(scope.id, Number.POSITIVE_INFINITY)
    if (scope.kind !== 'organisation') continue
    for (const { scriptId, live } of counts?.counts ?? []) {
      const lacks = live - listed(scriptId)
      if (live > 0 && (lacks > 0 || isLate)) lacking.set(scriptId, lacks)
    }
  }
  return [...lacking].sort(([, a], [, b]) => b - a).map(([scriptId]) => scriptId)
}
