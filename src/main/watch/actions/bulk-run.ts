import type { Action } from '../../../shared/action'
import { becameOf, isUnderWay } from '../../../shared/batch-state'
import type { Batch, BulkCommand, MessageTemplate } from '../../../shared/bulk'
import { actingText } from '../../../shared/text/acting'
import { wallTime } from '../../clock'
import type { Details } from '../sessions/details'
import { BatchedWork } from './batched-work'
import type { BulkItems, StepItems } from './bulk-items'
import { BulkLane } from './bulk-lane'
import { chunks, requestSizeOf } from './bulk-phases'
import type { AccountPlan, Plan } from './bulk-plan'
import { type BulkActing, type BulkItem, BulkRequest } from './bulk-request'

/** Shortest time between two events of a bulk action, ms. */
const eventGapMs = 250
/** Most requests of one account that wait for their answer: most services answer at once … */
const usualInFlight = 4
/** … a call of a handler waits up to 60 s for its client. */
const callsInFlight = 32

/** What a bulk action under way works with. */
export interface Running extends BulkActing {
  /** What identifies a session's person, for the log to hash. */
  details: Pick<Details, 'identities'>
  /** Called with its state after every change. */
  emit(batch: Batch): void
}

type Lane = { lane: BulkLane; budget: AccountPlan['budget'] }

/**
 * One bulk action: its message, its countdown, its disconnect. Every session of the plan has one action a phase, recorded
 * before anything leaves, and each ends in exactly one outcome.
 */
export class BulkRun {
  readonly #running: Running
  readonly #waitMs: number
  readonly #messages: readonly MessageTemplate[]
  readonly #head: BulkItems['head']
  readonly #actions = new Map<string, Action>()
  readonly #counts: Batch['counts']
  /** What is not recorded yet. */
  readonly #planned: BulkItem[] = []
  readonly #recording: BatchedWork<BulkItem>
  readonly #dropping: BatchedWork<Action>
  /** What is left of it while it is under way: the lanes of its message, then those of its disconnect. */
  #phases: Lane[][]
  #current = 0
  #state: Batch['state'] = 'running'
  /** When the disconnect begins, monotonic ms. */
  #disconnectMs: number | null = null
  #cancelCountdown: (() => void) | null = null
  #emittedMs = Number.NEGATIVE_INFINITY
  #cancelEvent: (() => void) | null = null

  /** `items`: all of the plan's. */
  constructor({ draft }: Plan, items: BulkItems, running: Running) {
    this.#running = running
    this.#waitMs = draft.waitMs
    this.#messages = draft.messages
    this.#head = items.head
    const { clock, log, details } = running
    this.#recording = new BatchedWork({
      clock,
      work: (items) =>
        log.writePlanned(items.map(({ action, row }) => ({ action, identities: details.identities(row) }))),
      onDone: () => this.#send(),
      onFailed: () => this.#stop(actingText.notRecorded),
    })
    this.#dropping = new BatchedWork({
      clock,
      work: (actions) => log.settleAll(actions),
      onDone: () => this.#idle(),
      onFailed: () => this.#idle(),
    })
    this.#phases = items.phases.map((steps) => steps.map((step) => this.#lane(step)))
    for (const { action } of this.#planned) this.#actions.set(action.id, action)
    const total = this.#actions.size
    this.#counts = { total, planned: total, sending: 0, done: 0, failed: 0, unknown: 0, unsent: 0 }
  }

  /**
   * Records everything as planned, then begins to send. Throws where it cannot be recorded: then nothing was begun.
   * What is too much to be recorded at once follows; where that fails, nothing is sent.
   */
  start(): void {
    this.#running.log.writeBatch(this.batch(), this.#messages)
    try {
      this.#recording.add(this.#planned.splice(0))
    } catch (cause) {
      // Its own row is written by now, and must not read as one that goes on.
      const { total } = this.#counts
      Object.assign(this.#counts, { planned: 0, unsent: total })
      this.#state = 'stopped'
      this.#record()
      throw cause
    }
    this.#emit()
    this.#send()
  }

  /** How many actions it has. */
  get size(): number {
    return this.#actions.size
  }

  /** Whether it may still send something. */
  get underWay(): boolean {
    return isUnderWay(this.#state)
  }

  /** How it stands. */
  batch(): Batch {
    return {
      ...this.#head,
      state: this.#state,
      counts: { ...this.#counts },
      remainingMs: this.#state === 'running' ? this.#remainingMs() : null,
      disconnectAt: this.#disconnectMs === null ? null : wallTime(this.#running.clock, this.#disconnectMs),
    }
  }

  /** Its actions, in the order in which they were planned. */
  actions(): Action[] {
    return [...this.#actions.values()]
  }

  /** The log took in a new outcome of one of its actions. */
  actionChanged(action: Action): void {
    const before = this.#actions.get(action.id)
    if (!before) return
    this.#counts[becameOf[before.outcome.kind]] -= 1
    this.#counts[becameOf[action.outcome.kind]] += 1
    this.#actions.set(action.id, action)
    this.#changed()
  }

  /** What does not fit the state does nothing: it may have changed while the command was on its way. */
  control(command: BulkCommand): void {
    switch (command) {
      case 'pause':
        if (this.#state !== 'running') return
        this.#enter('paused')
        for (const { lane } of this.#lanes()) lane.halt()
        return
      case 'resume':
        if (this.#state !== 'paused') return
        this.#enter('running')
        this.#send()
        this.#idle()
        return
      case 'stop':
        this.#stop(actingText.stopped)
        return
      case 'cancel-disconnect':
        if (this.#state === 'counting') this.#stop(actingText.disconnectCancelled)
        return
      case 'disconnect-now':
        if (this.#state === 'counting') this.#begin(this.#current + 1)
    }
  }

  /** Sends nothing more and writes nothing: Sessiondeck ends. */
  abandon(): void {
    this.#cancelCountdown?.()
    this.#cancelEvent?.()
    this.#recording.abandon()
    this.#dropping.abandon()
    for (const { lane } of this.#lanesFrom(0)) lane.halt()
  }

  #lanes(): Lane[] {
    return this.#phases[this.#current] ?? []
  }

  #lanesFrom(phase: number): Lane[] {
    return this.#phases.slice(phase).flat()
  }

  #lane({ part, phase, items: own }: StepItems): Lane {
    const { provider, budget } = part
    for (const item of own) this.#planned.push(item)
    const { whole, size } = requestSizeOf(part, this.#head.kind, phase)
    const unsent = (some: readonly BulkItem[], why: string) => this.#unsent(some, why)
    const requests = chunks(own, size).map(
      (some) => new BulkRequest(some, provider, whole, this.#running, unsent),
    )
    const calls = phase === 'message' && own[0]?.message?.kind === 'handler'
    const lane = new BulkLane(requests, {
      clock: this.#running.clock,
      mostInFlight: calls ? callsInFlight : usualInFlight,
      onIdle: () => this.#idle(),
    })
    return { lane, budget }
  }

  #begin(phase: number): void {
    this.#cancelCountdown?.()
    this.#cancelCountdown = null
    this.#disconnectMs = null
    this.#current = phase
    this.#enter('running')
    this.#send()
  }

  /** Nothing leaves before everything is recorded. */
  #send(): void {
    if (this.#state !== 'running' || !this.#recording.idle) return
    for (const { lane } of this.#lanes()) lane.run()
  }

  #unsent(items: readonly BulkItem[], reason: string): void {
    this.#dropping.add(items.map(({ action }) => ({ ...action, outcome: { kind: 'unsent', reason } })))
  }

  #idle(): void {
    const lanes = this.#state === 'stopping' ? this.#lanesFrom(0) : this.#lanes()
    if (!this.underWay || !this.#dropping.idle || !lanes.every(({ lane }) => lane.idle)) return
    if (this.#state === 'stopping') this.#enter('stopped')
    else if (this.#current === this.#phases.length - 1) this.#enter('done')
    else if (this.#state === 'running') this.#countDown()
  }

  #countDown(): void {
    const { clock } = this.#running
    this.#disconnectMs = clock.monotonicMs() + this.#waitMs
    this.#enter('counting')
    this.#cancelCountdown = clock.schedule(this.#waitMs, () => this.#begin(this.#current + 1))
  }

  #stop(reason: string): void {
    if (!this.underWay) return
    this.#cancelCountdown?.()
    this.#cancelCountdown = null
    this.#disconnectMs = null
    this.#enter('stopping')
    this.#recording.abandon()
    // Later phases first: the end of the current one then finds nothing left to do.
    for (const lanes of [...this.#phases].reverse()) for (const { lane } of lanes) lane.stop(reason)
    this.#idle()
  }

  /** At the rate of the slowest account, with the wait in between. */
  #remainingMs(): number {
    const left = new Map<AccountPlan['budget'], number>()
    for (const { lane, budget } of this.#lanesFrom(this.#current))
      left.set(budget, (left.get(budget) ?? 0) + lane.left)
    const perAccount = Array.from(left, ([budget, requests]) => budget.bulkMs(requests))
    const wait = this.#current < this.#phases.length - 1 ? this.#waitMs : 0
    return Math.max(0, ...perAccount) + wait
  }

  #enter(state: Batch['state']): void {
    if (this.#state === state) return
    this.#state = state
    // The sessions and messages take many times the memory of the log's actions.
    if (!this.underWay) this.#phases = []
    this.#cancelEvent?.()
    this.#emit()
    this.#record()
  }

  /** Where its state cannot be written, the log derives it from its actions after a restart. */
  #record(): void {
    try {
      this.#running.log.writeBatch(this.batch())
    } catch {
      // The actions' own outcomes count.
    }
  }

  #changed(): void {
    if (this.#cancelEvent) return
    const { clock } = this.#running
    const waitMs = Math.max(0, this.#emittedMs + eventGapMs - clock.monotonicMs())
    this.#cancelEvent = clock.schedule(waitMs, () => this.#emit())
  }

  #emit(): void {
    this.#cancelEvent = null
    this.#emittedMs = this.#running.clock.monotonicMs()
    const batch = this.batch()
    if (!this.underWay) this.#record()
    this.#running.emit(batch)
  }
}
