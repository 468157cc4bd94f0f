import type { ScopeHealth } from '../../../shared/health'
import type { PersonAsk } from '../../../shared/person'
import type { RosterRow } from '../../../shared/session'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import type { Provider } from '../providers/provider'

/** An account in which a person is searched. */
export type PersonAccount = {
  account: { id: string }
  health(): readonly ScopeHealth[]
  provider: Pick<Provider, 'asksAbout'>
}

/** What is searched, and where the lists have it. `now` is epoch ms. */
type PersonSearched = { text: string; theirs: readonly RosterRow[]; listed: Listed; now: number }

/** How many sessions of a script the list holds. */
export type Listed = (accountId: string, scriptId: string) => number

/** Whether the roster holds everything of a scope, as far as its service says it. */
const isCovered = (scope: ScopeHealth): boolean => scope.state === 'live' && scope.sweep === null

/** What an account can be asked about a person, or why it need not be; at least one line. Nothing is sent here. */
export function asksOf(watched: PersonAccount, searched: PersonSearched): PersonAsk[] {
  const accountId = watched.account.id
  const incomplete = watched.health().filter((scope) => !isCovered(scope))
  const ids = searched.theirs.flatMap((row) =>
    row.accountId === accountId && row.userId !== null ? [row.userId] : [],
  )
  const known = watched.provider.asksAbout({
    text: searched.text,
    incomplete: incomplete.map(({ scope, state }) => ({ scope, isLate: state !== 'live' })),
    userIds: [...new Set(ids)],
    listed: (scriptId) => searched.listed(accountId, scriptId),
    now: searched.now,
  })
  const lines: PersonAsk[] = known.asks.map((ask) => ({ accountId, ...ask }))
  if (known.unasked !== null || lines.length === 0) {
    const [first] = incomplete
    const list = first ? watchRequestsText.incomplete(first.summary) : known.searched
    lines.push({ accountId, how: known.unasked ?? list, question: null })
  }
  return lines
}
