import type { Account } from '../../../shared/account'
import { grouped } from '../../../shared/counted'
import type { HealthState, ScopeHealth } from '../../../shared/health'
import type { Place } from '../../../shared/list/criteria'
import { freshness } from './freshness'

/** What a person can do about an empty list; `edit` opens the account in `accountId`. */
export type Remedy = { kind: 'show-all' | 'ask' | 'resume' } | { kind: 'edit'; accountId: string }

/** Why the list is empty, with its proof. `waiting`: it is not known yet. */
export type Emptiness =
  | { kind: 'waiting' }
  | {
      kind: 'no-match' | 'off' | 'paused' | 'nobody' | 'trouble'
      title: string
      words: string | null
      /** The scopes whose latest answers are the proof. */
      told: readonly ScopeHealth[]
      remedy: Remedy
    }

type Roster = { status: 'loading' | 'ready'; total: number }

export type EmptinessFacts = {
  /** `loading` until the first answer; `total` sessions are live anywhere. */
  roster: Roster
  scopes: Iterable<ScopeHealth>
  accounts: readonly Account[]
  place: Place | null
  /** Whether a search or a filter is set. */
  searched: boolean
}

const troubleTitles: Readonly<Partial<Record<HealthState, string>>> = {
  offline: 'No connection',
  refused: 'Key not accepted',
  'rate-limited': 'Rate limited',
  late: 'No usable answer',
  partial: 'Only partly read',
}

/** Distinguishes: nothing matches, nobody is online, no service answers, none is polled, and none has answered yet. */
export function emptiness({ roster, scopes, accounts, place, searched }: EmptinessFacts): Emptiness {
  if (roster.total > 0 && searched)
    return {
      kind: 'no-match',
      title: 'No matching sessions',
      words: `None of the ${grouped(roster.total)} live sessions match your search and filters.`,
      told: [],
      remedy: { kind: 'show-all' },
    }
  const watched = place ? accounts.filter(({ id }) => id === place.accountId) : accounts
  const on = new Set(watched.filter(({ enabled }) => enabled).map(({ id }) => id))
  const [first] = watched
  if (first && on.size === 0)
    return {
      kind: 'off',
      title: watched.length > 1 ? 'All accounts are off' : `${first.label} is off`,
      words: 'Accounts that are off aren’t polled.',
      told: [],
      remedy: { kind: 'edit', accountId: first.id },
    }
  const asked = [...scopes].filter(
    ({ accountId, key }) => on.has(accountId) && (place?.scopeKey == null || key === place.scopeKey),
  )
  if (asked.length > 0 && asked.every(({ state }) => state === 'paused'))
    return {
      kind: 'paused',
      title: 'Paused',
      words: 'Nothing is polled until you resume.',
      told: [],
      remedy: { kind: 'resume' },
    }
  const { troubled } = freshness(asked, accounts)
  const live = asked.filter(({ state }) => state === 'live')
  if (roster.status === 'loading' || (live.length === 0 && troubled.length === 0)) return { kind: 'waiting' }
  return troubled.length > 0
    ? inTrouble(troubled, live.length > 0)
    : { kind: 'nobody', title: 'Nobody is online', words: null, told: live, remedy: nobodyRemedy(roster) }
}

/** Somebody is online elsewhere: that is the quickest way on. */
const nobodyRemedy = ({ total }: Roster): Remedy => ({ kind: total > 0 ? 'show-all' : 'ask' })

function inTrouble(troubled: readonly ScopeHealth[], someAnswer: boolean): Emptiness {
  const [first] = troubled
  const same = troubled.every(({ state }) => state === first?.state)
  const title = (same && first && troubleTitles[first.state]) || 'Couldn’t reach your services'
  const refused = same && first?.state === 'refused' ? first.accountId : null
  return {
    kind: 'trouble',
    title: someAnswer ? 'No one online in what could be read' : title,
    words: null,
    told: troubled,
    remedy: refused === null ? { kind: 'ask' } : { kind: 'edit', accountId: refused },
  }
}
