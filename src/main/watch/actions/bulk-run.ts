import type { Action } from '../../../shared/action'
import { becameOf, isUnderWay } from '../../../shared/batch-state'
import type { Batch, BulkCommand } from '../../../shared/bulk'
import type { RosterRow } from '../../../shared/session'
import { BulkLane } from './bulk-lane'
import { type AccountPlan, mostAtOnce, type Plan } from './bulk-plan'
import { type BulkItem, BulkRequest, type RequestDeps } from './bulk-request'
import { newAction, sentText } from './new-action'

/** Between two events of a bulk action, ms. */
const eventGapMs = 250
/** Requests of one account that wait for their answer: most services answer at once … */
const usualInFlight = 4
/** … a call of a handler waits up to 60 s for its client. */
const callsInFlight = 32

/** What a bulk action under way needs besides what its requests need. */
export type RunDeps = RequestDeps & {
  /** What a session's human is known by, for the log to hash. */
  identities(row: RosterRow): string[]
  emit(batch: Batch): void
}

type PhaseKind = 'message' | 'disconnect'
type Lane = { lane: BulkLane; accountId: string; budget: AccountPlan['budget'] }
type Phase = { kind: PhaseKind; lanes: Lane[] }

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

/**
 * One bulk action: its message, its countdown, its disconnect. Every session of the plan has one action a phase, recorded
 * before anything leaves, and each ends in exactly one outcome.
 */
export class BulkRun {
  readonly #plan: Plan
  readonly #deps: RunDeps
  readonly #head: Pick<Batch, 'id' | 'kind' | 'label' | 'reason' | 'requestedAt'>
  readonly #actions = new Map<string, Action>()
  readonly #counts: Batch['counts']
  readonly #phases: Phase[]
  #current = 0
  #state: Batch['state'] = 'running'
  #disconnectAt: number | null = null
  #cancelCountdown: (() => void) | null = null
  #emittedAt = Number.NEGATIVE_INFINITY
  #cancelEvent: (() => void) | null = null

  /** Records everything as planned. Throws where it cannot be recorded: then nothing was begun. */
  constructor(plan: Plan, reason: string | null, deps: RunDeps) {
    const { kind } = plan.draft
    this.#plan = plan
    this.#deps = deps
    const requestedAt = deps.clock.now()
    this.#head = { id: plan.preview.planId, kind, label: plan.preview.label, reason, requestedAt }
    const kinds: PhaseKind[] = kind === 'message-disconnect' ? ['message', 'disconnect'] : [kind]
    const items: BulkItem[] = []
    this.#phases = kinds.map((phase) => ({
      kind: phase,
      lanes: plan.accounts.map((account) => this.#lane(account, phase, items)),
    }))
    for (const { action } of items) this.#actions.set(action.id, action)
    const total = items.length
    this.#counts = { total, planned: total, sending: 0, done: 0, failed: 0, unknown: 0, unsent: 0 }
    deps.log.writeBatch(this.batch())
    deps.log.writeAll(items.map(({ action, row }) => ({ action, identities: deps.identities(row) })))
  }

  /** Begins to send. */
  start(): void {
    this.#begin(0)
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
      disconnectAt: this.#disconnectAt,
    }
  }

  /** Its actions, in the order in which they were planned. */
  actions(): Action[] {
    return [...this.#actions.values()]
  }

  /** The log took in a new outcome of one of its actions. */
  heard(action: Action): void {
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
        for (const { lane } of this.#lanes()) lane.run()
        this.#idle()
        return
      case 'stop':
        this.#stop('stopped before it left')
        return
      case 'cancel-disconnect':
        if (this.#state === 'counting') this.#stop('the disconnect was cancelled')
        return
      case 'disconnect-now':
        if (this.#state === 'counting') this.#begin(this.#current + 1)
    }
  }

  /** Sends nothing more and writes nothing: Sessiondeck ends. */
  abandon(): void {
    this.#cancelCountdown?.()
    this.#cancelEvent?.()
    for (const { lane } of this.#phases.flatMap(({ lanes }) => lanes)) lane.halt()
  }

  #lanes(): Lane[] {
    return this.#phases[this.#current]?.lanes ?? []
  }

  #lane(plan: AccountPlan, phase: PhaseKind, items: BulkItem[]): Lane {
    const { provider, everybody, budget, account } = plan
    const { id: batchId, reason, requestedAt } = this.#head
    const own = plan.addressed.map(({ row, message }): BulkItem => {
      const said = phase === 'message' ? message : null
      const action = newAction(row, {
        batchId,
        kind: phase,
        accountLabel: account.label,
        sent: said && sentText(said),
        reason,
        requestedAt,
        outcome: { kind: 'planned' },
      })
      return { action, row, message: said }
    })
    items.push(...own)
    // The disconnect that follows a message is for those who were told, not for whoever came since.
    const whole = phase === this.#head.kind || phase === 'message' ? everybody : null
    const size = whole ? own.length : phase === 'disconnect' && provider.disconnectMany ? mostAtOnce : 1
    const requests = chunks(own, size).map((part) => new BulkRequest(part, provider, whole, this.#deps))
    const calls = phase === 'message' && own[0]?.message?.kind === 'handler'
    const lane = new BulkLane(requests, {
      clock: this.#deps.clock,
      mostInFlight: calls ? callsInFlight : usualInFlight,
      onIdle: () => this.#idle(),
    })
    return { lane, accountId: account.id, budget }
  }

  #begin(phase: number): void {
    this.#cancelCountdown?.()
    this.#cancelCountdown = null
    this.#disconnectAt = null
    this.#current = phase
    this.#enter('running')
    for (const { lane } of this.#lanes()) lane.run()
  }

  #idle(): void {
    if (!this.underWay || !this.#lanes().every(({ lane }) => lane.idle)) return
    if (this.#state === 'stopping') this.#enter('stopped')
    else if (this.#current === this.#phases.length - 1) this.#enter('done')
    else if (this.#state === 'running') this.#countDown()
  }

  #countDown(): void {
    const { waitMs } = this.#plan.draft
    const { clock } = this.#deps
    this.#disconnectAt = clock.now() + waitMs
    this.#enter('counting')
    this.#cancelCountdown = clock.schedule(waitMs, () => this.#begin(this.#current + 1))
  }

  #stop(reason: string): void {
    if (!this.underWay) return
    this.#cancelCountdown?.()
    this.#cancelCountdown = null
    this.#disconnectAt = null
    this.#enter('stopping')
    // Later phases first: whoever waits for the current one then finds nothing left to do.
    for (const { lanes } of [...this.#phases].reverse()) for (const { lane } of lanes) lane.stop(reason)
    this.#idle()
  }

  /** At the rate of the slowest account, with the wait in between. */
  #remainingMs(): number {
    const later = this.#phases.slice(this.#current)
    const perAccount = this.#plan.accounts.map(({ account, budget }) => {
      const lanes = later.flatMap((phase) => phase.lanes.filter(({ accountId }) => accountId === account.id))
      return budget.bulkMs(lanes.reduce((sum, { lane }) => sum + lane.left, 0))
    })
    const wait = later.length > 1 ? this.#plan.draft.waitMs : 0
    return Math.max(0, ...perAccount) + wait
  }

  #enter(state: Batch['state']): void {
    if (this.#state === state) return
    this.#state = state
    this.#cancelEvent?.()
    this.#emit()
    this.#record()
  }

  /** Where it cannot be kept, the log says of it after a restart what its actions say. */
  #record(): void {
    try {
      this.#deps.log.writeBatch(this.batch())
    } catch {
      // Told by the actions themselves: theirs is what counts.
    }
  }

  #changed(): void {
    if (this.#cancelEvent) return
    const { clock } = this.#deps
    const waitMs = Math.max(0, this.#emittedAt + eventGapMs - clock.now())
    this.#cancelEvent = clock.schedule(waitMs, () => this.#emit())
  }

  #emit(): void {
    this.#cancelEvent = null
    this.#emittedAt = this.#deps.clock.now()
    const batch = this.batch()
    if (!this.underWay) this.#record()
    this.#deps.emit(batch)
  }
}
