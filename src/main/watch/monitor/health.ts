import { type ProviderId, type Scope, scopeKey } from '../../../shared/account'
import { counted, grouped } from '../../../shared/counted'
import type { Evidence, HealthGap, HealthState, ScopeHealth } from '../../../shared/health'
import { printable } from '../../../shared/printable'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError, AppErrorKind } from '../../../shared/result'
import type { Oddities } from '../providers/provider'
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
  const words = `${name} goes on listing others; the list holds no more than ${grouped(mostListed)}.`
  return [...gaps, { scriptId: null, words, evidence: null }]
}

/** The first gaps, and how many more there are. */
function shownGaps(facts: ScopeFacts): HealthGap[] {
  const gaps = gapsOf(facts)
  const shown = gaps
    .slice(0, mostGaps)
    .map(({ scriptId, words, evidence }) => ({ scriptId, words, evidence }))
  const more = gaps.length - shown.length
  return more > 0
    ? [...shown, { scriptId: null, words: `${counted(more, 'more gap')} like these.`, evidence: null }]
    : shown
}

const notesOf = ({ timesIn, lost, shortened, unasked }: Oddities): string[] => [
  ...(timesIn.length > 0
    ? [`Its times are in ${timesIn.join(' and ')} instead of the documented form; that is how they are read.`]
    : []),
  ...(lost > 0 ? [`${counted(lost, 'value')} could not be read: “—” stands there.`] : []),
  ...(shortened > 0
    ? [`${counted(shortened, 'text')} too long for the list: cut, with “…” at the end.`]
    : []),
  ...(unasked > 0 ? [`${counted(unasked, 'session')} left out: listed, though not active.`] : []),
]

function failureSummary(name: string, error: AppError, answeredBefore: boolean): string {
  switch (error.kind) {
    case 'rate-limited':
      return error.retryAfterMs === null
        ? `${name} asked us to slow down.`
        : `${name} asked us to wait ${inWords(error.retryAfterMs)}.`
    case 'timeout':
      return answeredBefore ? `${name} stopped answering.` : `${name} does not answer.`
    case 'unavailable':
      return `${name} is in trouble itself (HTTP ${error.status}); that does not mean that nobody is online.`
    case 'not-json':
    case 'truncated':
    case 'too-large':
    case 'bad-shape':
      return `${name} answers, but with something that cannot be read. ${error.message}`
    case 'dns':
      return `Can’t connect to ${name}: its address can’t be found.`
    case 'network':
      return `Can’t connect to ${name}.`
    case 'tls':
      return `Can’t connect securely to ${name}. ${error.message}`
    default:
      return error.message
  }
}

function successSummary(name: string, facts: ScopeFacts): string {
  const { count, sweep, unreadable } = facts
  const [gap, ...more] = gapsOf(facts)
  const where = gap?.scriptId ? `script ${printable(gap.scriptId)}: ` : ''
  const others = more.length > 0 ? ` (and ${more.length} more)` : ''
  const lacks = [
    ...(unreadable > 0
      ? [`${counted(unreadable, 'row')} could not be read, so nobody there counts as gone`]
      : []),
    ...(gap ? [`${where}${gap.words.replace(/\.$/, '')}${others}`] : []),
  ]
  const bad = lacks.map((lack) => `; ${lack}`).join('')
  if (sweep)
    return `Reading: ${grouped(sweep.done)} of ${sweep.total === null ? 'an unknown number' : grouped(sweep.total)}${bad}.`
  if (count > 0) return `${counted(count, 'session')} online${bad}.`
  return bad ? `Nobody can be listed${bad}.` : `Nobody is online: ${name} answers with an empty list.`
}

function summaryOf(facts: ScopeFacts): string {
  const { name } = providerCatalog[facts.provider]
  const { error, holdMs } = facts
  if (facts.halt === 'paused') return 'Paused. Not polling.'
  if (facts.halt === 'suspended') return 'This computer is asleep.'
  if (error) {
    const held = holdMs > 0 && error.kind !== 'rate-limited' ? ` It asked us to wait ${inWords(holdMs)}.` : ''
    return failureSummary(name, error, facts.lastSuccessAt !== null) + held
  }
  if (facts.awaited)
    return facts.lastAttemptAt === null ? `Asking ${name} for the first time.` : `Asking ${name} again.`
  if (holdMs > 0) return `${name} allows no more requests for now: it is asked again in ${inWords(holdMs)}.`
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
