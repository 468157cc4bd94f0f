import type { AppError } from '../../../shared/result'
import { actingText } from '../../../shared/text/acting'
import { type Clock, scheduleThroughSleep } from '../../clock'
import { type BackoffBounds, backoffMs } from '../../lib/backoff'
import type { BulkRequest } from './bulk-request'

/**
 * Most repetitions of a request that was answered 429. That answer says that the service refused it before doing
 * anything, so that it is no repetition of one that may have had an effect; after a lost answer nothing is sent again. No
 * document says that such a request is not counted, so each attempt takes its own place in the budget.
 */
const mostRefusals = 3
/** Pauses after answers of 429 that name none. */
const pauses: BackoffBounds = { firstMs: 2_000, longestMs: 60_000 }

/** What a lane depends on. */
type LaneParts = {
  clock: Clock
  /** Most requests that wait for their answer at a time. */
  mostInFlight: number
  /** Its requests are through, dropped or failed, and none is on the wire. */
  onIdle(): void
}

type Queued = { request: BulkRequest; refusals: number }

/**
 * One account's requests of a bulk action, in order. Only one of them waits for the budget at a time: a person's click
 * waits behind no more than that one, and stopping withdraws it.
 */
export class BulkLane {
  readonly #parts: LaneParts
  readonly #queue: Queued[]
  #waiting: AbortController | null = null
  #inFlight = 0
  #halted = false
  #stopReason: string | null = null
  #refusals = 0
  #cancelPause: (() => void) | null = null
  #idle = false

  constructor(requests: readonly BulkRequest[], parts: LaneParts) {
    this.#parts = parts
    this.#queue = requests.map((request) => ({ request, refusals: 0 }))
  }

  /** How many requests have not left. */
  get left(): number {
    return this.#queue.length + (this.#waiting ? 1 : 0)
  }

  /** Begins, or goes on after a halt. */
  run(): void {
    this.#halted = false
    this.#pump()
  }

  /** No further request leaves; those on the wire are waited for. */
  halt(): void {
    this.#halted = true
    this.#waiting?.abort()
    this.#cancelPause?.()
    this.#cancelPause = null
  }

  /** Halts for good; what has not left never will. */
  stop(reason: string): void {
    this.#stopReason = reason
    this.halt()
    this.#dropAll(reason)
    this.#settle()
  }

  /** Whether nothing is left to do. */
  get idle(): boolean {
    return this.#idle
  }

  #pump(): void {
    while (
      !this.#halted &&
      !this.#waiting &&
      !this.#cancelPause &&
      this.#inFlight < this.#parts.mostInFlight
    ) {
      const next = this.#queue.shift()
      if (!next) break
      if (next.request.prepare()) void this.#send(next)
    }
    this.#settle()
  }

  async #send(queued: Queued): Promise<void> {
    const waiting = new AbortController()
    this.#waiting = waiting
    let left = false
    const sent = await queued.request.send(waiting.signal, () => {
      left = true
      this.#waiting = null
      this.#inFlight += 1
      this.#pump()
    })
    if (left) this.#inFlight -= 1
    else this.#waiting = null
    if (sent.kind === 'withdrawn') this.#queue.unshift(queued)
    else if (sent.kind === 'refused') this.#refused(queued, sent)
    else this.#answered(sent.error)
    if (this.#stopReason) this.#dropAll(this.#stopReason)
    this.#pump()
  }

  #answered(error: AppError | null): void {
    if (!error) this.#refusals = 0
    // Every further one would be refused like it.
    if (error?.kind === 'unauthorized') this.#dropAll(actingText.keyRefused)
  }

  #refused(
    queued: Queued,
    { error, retryAfterMs, left }: { error: AppError; retryAfterMs: number | null; left: boolean },
  ): void {
    const refusals = queued.refusals + (left ? 1 : 0)
    if (refusals > mostRefusals) queued.request.fail(error)
    else this.#queue.unshift({ ...queued, refusals })
    this.#refusals += 1
    if (this.#halted || this.#cancelPause) return
    const pauseMs = retryAfterMs ?? backoffMs(this.#refusals, pauses)
    this.#cancelPause = scheduleThroughSleep(this.#parts.clock, pauseMs, () => {
      this.#cancelPause = null
      this.#pump()
    })
  }

  #dropAll(reason: string): void {
    for (const { request } of this.#queue.splice(0)) request.drop(reason)
  }

  #settle(): void {
    if (this.#idle || this.#waiting || this.#inFlight > 0 || this.#queue.length > 0) return
    this.#idle = true
    this.#parts.onIdle()
  }
}
