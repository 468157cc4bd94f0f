import type { Account } from '../../../shared/account'
import type { HealthState, ScopeHealth } from '../../../shared/health'
import type { Place } from '../../../shared/list/criteria'
import { emptinessText } from '../../../shared/text/emptiness'
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

function troubleTitle(state: HealthState): string {
  switch (state) {
    case 'offline':
      return emptinessText.offline
    case 'refused':
      return emptinessText.refused
    case 'rate-limited':
      return emptinessText.rateLimited
    case 'late':
      return emptinessText.late
    case 'partial':
      return emptinessText.partial
    default:
      return emptinessText.unreachable
  }
}

/** Distinguishes: nothing matches, nobody is online, no service answers, none is polled, and none has answered yet. */
export function emptiness({ roster, scopes, accounts, place, searched }: EmptinessFacts): Emptiness {
  if (roster.total > 0 && searched)
    return {
      kind: 'no-match',
      title: emptinessText.noMatchTitle,
      words: emptinessText.noMatch(roster.total),
      told: [],
      remedy: { kind: 'show-all' },
    }
  const watched = place ? accounts.filter(({ id }) => id === place.accountId) : accounts
  const on = new Set(watched.filter(({ enabled }) => enabled).map(({ id }) => id))
  const [first] = watched
  if (first && on.size === 0)
    return {
      kind: 'off',
      title: watched.length > 1 ? emptinessText.allOff : emptinessText.isOff(first.label),
      words: emptinessText.off,
      told: [],
      remedy: { kind: 'edit', accountId: first.id },
    }
  const asked = [...scopes].filter(
    ({ accountId, key }) => on.has(accountId) && (place?.scopeKey == null || key === place.scopeKey),
  )
  if (asked.length > 0 && asked.every(({ state }) => state === 'paused'))
    return {
      kind: 'paused',
      title: emptinessText.pausedTitle,
      words: emptinessText.paused,
      told: [],
      remedy: { kind: 'resume' },
    }
  const { troubled } = freshness(asked, accounts)
  const live = asked.filter(({ state }) => state === 'live')
  if (roster.status === 'loading' || (live.length === 0 && troubled.length === 0)) return { kind: 'waiting' }
  return troubled.length > 0
    ? inTrouble(troubled, live.length > 0)
    : { kind: 'nobody', title: emptinessText.nobody, words: null, told: live, remedy: nobodyRemedy(roster) }
}

/** Somebody is online elsewhere: that is the quickest way on. */
const nobodyRemedy = ({ total }: Roster): Remedy => ({ kind: total > 0 ? 'show-all' : 'ask' })

function inTrouble(troubled: readonly ScopeHealth[], someAnswer: boolean): Emptiness {
  const [first] = troubled
  const same = troubled.every(({ state }) => state === first?.state)
  const title = same && first ? troubleTitle(first.state) : emptinessText.unreachable
  const refused = same && first?.state === 'refused' ? first.accountId : null
  return {
    kind: 'trouble',
    title: someAnswer ? emptinessText.nobodyRead : title,
    words: null,
    told: troubled,
    remedy: refused === null ? { kind: 'ask' } : { kind: 'edit', accountId: refused },
  }
}
