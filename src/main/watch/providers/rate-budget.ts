import { type AppError, err, ok, type Result } from '../../../shared/result'
import { exchangeText } from '../../../shared/text/exchange'
import type { Clock } from '../../clock'
import { lastLeavesAt } from './bulk-time'
import type { BulkBudget, HeartbeatBudget } from './provider'
import { bulkShare, type RateWindow, reserve, roomIn } from './rate-window'
import type { ObservedLimit } from './server-wait'
import { ServiceWord } from './service-word'

/** What a request is for, in order of priority: actions, look-ups (and details), bulk actions, heartbeats. */
export type SpendKind = 'action' | 'lookup' | 'bulk' | 'heartbeat'

type Waiter = { settle(result: Result<void>): void }
type Window = RateWindow & { all: number[]; heartbeats: number[]; bulk: number[] }

/**
 * Difference in travel time between two requests, ms. Windows are longer by it: the service counts arrivals, and a slow
 * request followed by a quick one comes closer together there than here.
 */
const arrivalSpreadMs = 250

const inOrder: readonly SpendKind[] = ['action', 'lookup', 'bulk', 'heartbeat']
/** What leaves some of what the service says is left to the others. */
const yielding: ReadonlySet<SpendKind> = new Set(['bulk', 'heartbeat'])

const cancelled = (): AppError => ({ kind: 'cancelled', message: exchangeText.stoppedBefore })

const dropBefore = (times: number[], oldest: number) => {
  let count = 0
  while (count < times.length && (times[count] ?? 0) <= oldest) count += 1
  if (count > 0) times.splice(0, count)
}

/** The share of their budget that heartbeats may use at once before they are spread evenly. */
const burstShare = 0.1

/**
 * How heartbeats that want more than their budget are spread: `perRequestMs` between two requests, of which `burstMs` may
 * come early. Together they fit the widest window, so that no account first sends a burst and then nothing until the
 * window is over.
 */
function paceOf(widest: Window | undefined): { perRequestMs: number; burstMs: number } {
  if (!widest) return { perRequestMs: 0, burstMs: 0 }
  const burst = Math.floor(half(widest) * burstShare)
  const perRequestMs = Math.ceil(widest.perMs / (half(widest) - burst))
  return { perRequestMs, burstMs: burst * perRequestMs }
}

/** What heartbeats may take of a window: half of it, or what a bulk action leaves of it. */
const heartbeatShare = ({ limit, bulk }: Window) =>
  Math.min(half({ limit }), Math.max(reserve(limit), limit - bulk.length))

const half = (window: Pick<RateWindow, 'limit'>) => Math.max(1, Math.floor(window.limit / 2))

/**
 * The requests that an account may send: a budget of sliding windows. No window is ever exceeded, and heartbeats take at
 * most half of any (rounded down, at least one), so that an action finds room even when everything is watched.
 */
export class RateBudget implements HeartbeatBudget, BulkBudget {
  readonly #clock: Clock
  readonly #windows: readonly Window[]
  readonly #widest: Window | undefined
  /** What the widest window allows unless the service says less. */
  readonly #widestLimit: number
  readonly #waiting: Readonly<Record<SpendKind, Set<Waiter>>> = {
    action: new Set(),
    lookup: new Set(),
    bulk: new Set(),
    heartbeat: new Set(),
  }
  /** Scopes whose heartbeat has to wait, first come first served. */
  readonly #queue = new Set<object>()
  readonly #word: ServiceWord
  #pace: ReturnType<typeof paceOf>
  /** When the heartbeats sent so far would be over if each had come in its turn, monotonic ms. */
  #pacedUntil = 0
  #stopTimer: (() => void) | null = null

  constructor(clock: Clock, limits: readonly RateWindow[]) {
    this.#clock = clock
    this.#windows = limits.map(({ limit, perMs }) => ({
      limit,
      perMs: perMs + arrivalSpreadMs,
      all: [],
      heartbeats: [],
      bulk: [],
    }))
    this.#widest = [...this.#windows].sort((a, b) => b.perMs - a.perMs)[0]
    this.#widestLimit = this.#widest?.limit ?? 0
    this.#pace = paceOf(this.#widest)
    this.#word = new ServiceWord(clock)
  }

  /**
   * Waits until one request of this kind may leave and counts it. Fails with `cancelled()` when `signal` aborts, and at once
   * with `rate-limited` when the service asked for a pause that is longer than a person would wait.
   */
  take(kind: SpendKind, signal: AbortSignal): Promise<Result<void>> {
    if (signal.aborted) return Promise.resolve(err(cancelled()))
    return new Promise((resolve) => {
      const onAbort = () => {
        this.#waiting[kind].delete(waiter)
        resolve(err(cancelled()))
        this.#pump()
      }
      const waiter: Waiter = {
        settle(result) {
          signal.removeEventListener('abort', onAbort)
          resolve(result)
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.#waiting[kind].add(waiter)
      this.#pump()
    })
  }

  /** Takes the service's own count over ours where it is stricter. */
  observe(said: ObservedLimit): void {
    this.#word.count(said)
    this.#learnLimit(said)
    this.#pump()
  }

  /** The service demanded a pause: nothing leaves for `forMs` ms. */
  block(forMs: number): void {
    this.#word.pause(forMs)
    this.#pump()
  }

  /** The service answered 429 without a pause: everything slows down, more with each 429 in a row. */
  refused(): void {
    this.#word.refused()
    this.#pump()
  }

  /** The service took a request. */
  took(): void {
    this.#word.took()
  }

  bulkMs(requests: number): number {
    const now = this.#clock.monotonicMs()
    this.#forget(now)
    return requests > 0 ? lastLeavesAt(requests, now + this.#delay('bulk', now), this.#windows) - now : 0
  }

  heartbeatDelayMs(): number {
    const now = this.#clock.monotonicMs()
    return Math.max(this.#delay('heartbeat', now), this.#pacedUntil - this.#pace.burstMs - now)
  }

  heartbeatTurnMs(who: object): number {
    this.#queue.add(who)
    const ahead = [...this.#queue].indexOf(who)
    const waitMs = this.heartbeatDelayMs() + ahead * this.#pace.perRequestMs
    if (waitMs === 0) this.#queue.delete(who)
    return waitMs
  }

  leaveTurn(who: object): void {
    this.#queue.delete(who)
  }

  heartbeatHoldMs(): number {
    return this.#word.longHoldMs(true)
  }

  heartbeatAllowance(): number {
    const now = this.#clock.monotonicMs()
    if (this.#delay('heartbeat', now) > 0) return 0
    const ahead = this.#waiting.action.size + this.#waiting.lookup.size
    const free = this.#windows.map((window) =>
      Math.min(heartbeatShare(window) - window.heartbeats.length, window.limit - window.all.length - ahead),
    )
    return Math.max(0, Math.min(...free, this.#word.room(true) - ahead))
  }

  #forget(now: number): void {
    for (const window of this.#windows) {
      dropBefore(window.all, now - window.perMs)
      dropBefore(window.heartbeats, now - window.perMs)
      dropBefore(window.bulk, now - window.perMs)
    }
  }

  #delay(kind: SpendKind, now: number): number {
    this.#forget(now)
    let wait = this.#word.holdMs(yielding.has(kind))
    for (const window of this.#windows) {
      wait = Math.max(wait, roomIn(window.all, window.limit, window.perMs, now))
      if (kind === 'bulk')
        wait = Math.max(wait, roomIn(window.bulk, bulkShare(window.limit), window.perMs, now))
      if (kind === 'heartbeat')
        wait = Math.max(wait, roomIn(window.heartbeats, heartbeatShare(window), window.perMs, now))
    }
    return wait
  }

  #spend(kind: SpendKind, now: number): void {
    for (const window of this.#windows) {
      window.all.push(now)
      if (kind === 'heartbeat') window.heartbeats.push(now)
      if (kind === 'bulk') window.bulk.push(now)
    }
    if (kind === 'heartbeat') this.#pacedUntil = Math.max(this.#pacedUntil, now) + this.#pace.perRequestMs
    this.#word.spent()
  }

  /** The service's figure for a minute is the known budget where it is lower; one for a few seconds says nothing of it. */
  #learnLimit(said: ObservedLimit): void {
    const widest = this.#widest
    if (!widest || said.resetInMs < widest.perMs / 2) return
    widest.limit = Math.max(1, Math.min(this.#widestLimit, said.limit))
    this.#pace = paceOf(widest)
  }

  /**
   * Releases the requests that may leave now. An action never waits longer than the others; a heartbeat may wait less than
   * a bulk action, which leaves it room.
   */
  #pump(): void {
    this.#stopTimer?.()
    this.#stopTimer = null
    const now = this.#clock.monotonicMs()
    let next = Number.POSITIVE_INFINITY
    for (const kind of inOrder) {
      const refusal = this.#word.refusal(yielding.has(kind))
      for (const waiter of this.#waiting[kind]) {
        const wait = refusal ? 0 : this.#delay(kind, now)
        if (wait > 0) {
          next = Math.min(next, wait)
          break
        }
        if (!refusal) this.#spend(kind, now)
        this.#waiting[kind].delete(waiter)
        waiter.settle(refusal ? err(refusal) : ok(undefined))
      }
    }
    if (Number.isFinite(next)) this.#stopTimer = this.#clock.schedule(next, () => this.#pump())
  }
}
