import { type ProviderId, type Scope, scopeKey } from '../../../shared/account'
import type { Evidence, HealthGap, HealthState, ScopeHealth } from '../../../shared/health'
import { printable } from '../../../shared/printable'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError, AppErrorKind } from '../../../shared/result'
import { catalogue } from '../../../shared/text/catalogue'
import { scopeHealthText } from '../../../shared/text/scope-health'
import type { Oddities, OddTime } from '../providers/provider'
import { inWords } from '../wait-words'
import { mostListed } from './roster'

/** Why nothing is polled. */
export type Halt = 'paused' | 'suspended'

/** What is known about a scope, from which its health follows. Times are epoch ms. */
export type ScopeFacts = {
  accountId: string
  provider: ProviderId
  scope: Scope
  halt: Halt | null
  count: number
  lastSuccessAt: number | null
  lastAttemptAt: number | null
  nextAt: number | null
  sweep: { done: number; total: number | null } | null
  unreadable: number
  /** What the latest sweep lacks. */
  gaps: readonly HealthGap[]
  odd: Oddities
  /** The latest attempt's, whatever came of it. */
  evidence: Evidence | null
  /** The latest attempt's error; `null` when it succeeded. */
  error: AppError | null
  /** No heartbeat has ended since watching began, or went on after a pause or a gap. */
  awaited: boolean
  /** How long the service's own word holds the next heartbeat, ms; 0 where it need not be shown. */
  holdMs: number
}

const stateOfError: Partial<Record<AppErrorKind, HealthState>> = {
  'rate-limited': 'rate-limited',
  unauthorized: 'refused',
  forbidden: 'refused',
  'not-found': 'refused',
  refused: 'refused',
  invalid: 'refused',
  blocked: 'offline',
  proxy: 'offline',
  dns: 'offline',
  tls: 'offline',
  network: 'offline',
}

function stateOf(facts: ScopeFacts): HealthState {
  if (facts.halt) return 'paused'
  if (facts.error) return stateOfError[facts.error.kind] ?? 'late'
  if (facts.awaited) return 'starting'
  if (facts.holdMs > 0) return 'rate-limited'
  return facts.unreadable > 0 || gapsOf(facts).length > 0 ? 'partial' : 'live'
}

/** Most gaps that are shown of a scope; further ones are counted. */
const mostGaps = 10

function gapsOf({ provider, gaps, count }: ScopeFacts): readonly HealthGap[] {
  if (count < mostListed) return gaps
  const { name } = providerCatalog[provider]
  return [...gaps, { scriptId: null, words: scopeHealthText.more(name, mostListed), evidence: null }]
}

/** The first gaps, and how many more there are. */
function shownGaps(facts: ScopeFacts): HealthGap[] {
  const gaps = gapsOf(facts)
  const shown = gaps
    .slice(0, mostGaps)
    .map(({ scriptId, words, evidence }) => ({ scriptId, words, evidence }))
  const more = gaps.length - shown.length
  return more > 0
    ? [...shown, { scriptId: null, words: scopeHealthText.moreGaps(more), evidence: null }]
    : shown
}

/** A unit of times as a person calls it; ISO 8601 has no other name. */
const unitWord = (unit: OddTime): string => (unit === 'ISO 8601' ? unit : scopeHealthText[unit])

const notesOf = ({ timesIn, lost, shortened, unasked }: Oddities): string[] => [
  ...(timesIn.length > 0 ? [scopeHealthText.timesIn(catalogue.list(timesIn.map(unitWord)))] : []),
  ...(lost > 0 ? [scopeHealthText.lostValues(lost)] : []),
  ...(shortened > 0 ? [scopeHealthText.shortenedTexts(shortened)] : []),
  ...(unasked > 0 ? [scopeHealthText.unasked(unasked)] : []),
]

function failureSummary(name: string, error: AppError, answeredBefore: boolean): string {
  switch (error.kind) {
    case 'rate-limited':
      return error.retryAfterMs === null
        ? scopeHealthText.slowDown(name)
        : scopeHealthText.askedToWait(name, inWords(error.retryAfterMs))
    case 'timeout':
      return answeredBefore ? scopeHealthText.stoppedAnswering(name) : scopeHealthText.noAnswer(name)
    case 'unavailable':
      return scopeHealthText.inTrouble(name, error.status)
    case 'not-json':
    case 'truncated':
    case 'too-large':
    case 'bad-shape':
      return scopeHealthText.unreadable(name, error.message)
    case 'dns':
      return scopeHealthText.noAddress(name)
    case 'network':
      return scopeHealthText.noConnection(name)
    case 'tls':
      return scopeHealthText.notSecure(name, error.message)
    default:
      return error.message
  }
}

function successSummary(name: string, facts: ScopeFacts): string {
  const { count, sweep, unreadable } = facts
  const [gap, ...more] = gapsOf(facts)
  const lacks = [
    ...(unreadable > 0 ? [scopeHealthText.unreadRows(unreadable)] : []),
    ...(gap ? [gapWords(gap, more.length)] : []),
  ]
  const bad = lacks.map((lack) => `; ${lack}`).join('')
  if (sweep?.total === null) return scopeHealthText.readingUnknown(sweep.done, bad)
  if (sweep) return scopeHealthText.reading(sweep.done, sweep.total, bad)
  if (count > 0) return scopeHealthText.online(count, bad)
  return bad ? scopeHealthText.nobodyListed(bad) : scopeHealthText.nobody(name)
}

/** What an answer lacks, as a part of a sentence. */
function gapWords({ scriptId, words }: HealthGap, others: number): string {
  const what = words.replace(/\.$/, '')
  const there = scriptId ? scopeHealthText.atScript(printable(scriptId), what) : what
  return others > 0 ? scopeHealthText.andMore(there, others) : there
}

function summaryOf(facts: ScopeFacts): string {
  const { name } = providerCatalog[facts.provider]
  const { error, holdMs } = facts
  if (facts.halt === 'paused') return scopeHealthText.paused
  if (facts.halt === 'suspended') return scopeHealthText.asleep
  if (error) {
    const summary = failureSummary(name, error, facts.lastSuccessAt !== null)
    const isHeld = holdMs > 0 && error.kind !== 'rate-limited'
    return isHeld ? scopeHealthText.itAskedToWait(summary, inWords(holdMs)) : summary
  }
  if (facts.awaited)
    return facts.lastAttemptAt === null ? scopeHealthText.firstAsk(name) : scopeHealthText.askAgain(name)
  if (holdMs > 0) return scopeHealthText.held(name, inWords(holdMs))
  return successSummary(name, facts)
}

/** What the window shows of a scope: its state, one sentence that tells the causes apart, and the proof. */
export function describeHealth(facts: ScopeFacts): ScopeHealth {
  return {
    key: scopeKey(facts.accountId, facts.scope),
    accountId: facts.accountId,
    scope: facts.scope,
    state: stateOf(facts),
    count: facts.count,
    lastSuccessAt: facts.lastSuccessAt,
    lastAttemptAt: facts.lastAttemptAt,
    nextAt: facts.nextAt,
    sweep: facts.sweep,
    unreadable: facts.unreadable,
    gaps: facts.error ? [] : shownGaps(facts),
    notes: notesOf(facts.odd),
    summary: summaryOf(facts),
    evidence: facts.evidence,
    error: facts.error,
  }
}
