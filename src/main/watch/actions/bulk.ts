import { randomUUID } from 'node:crypto'
import type { Action } from '../../../shared/action'
import type { Batch, BulkDraft, BulkPreview, MessageTemplate } from '../../../shared/bulk'
import type { Input } from '../../../shared/contract'
import { dropOldest } from '../../../shared/drop-oldest'
import { type AppError, err, ok, type Result } from '../../../shared/result'
import { actingText } from '../../../shared/text/acting'
import { notRecorded } from './action-log'
import { itemsPerBatch } from './batched-work'
import { BulkItems } from './bulk-items'
import { type Plan, type Planning, planBulk } from './bulk-plan'
import { BulkRun, type Running } from './bulk-run'

/** Most plans that wait to be started; an older one must be previewed anew. */
const keptPlans = 3
/** Most finished bulk actions that stay in memory, and most actions of theirs in all; the log has the older ones. */
const keptRuns = 20
const keptActions = 50_000

const forgotten = (): AppError => ({
  kind: 'not-found',
  message: actingText.outOfDate,
})
const unknownBatch = (): AppError => ({ kind: 'not-found', message: actingText.noBulkAction })

/** Bulk actions: previewed, started by the preview's id, steered and looked at. */
export class Bulk {
  readonly #running: Running & Planning
  readonly #plans = new Map<string, Plan>()
  readonly #runs = new Map<string, BulkRun>()

  constructor(running: Running & Planning) {
    this.#running = running
  }

  /** Says which sessions a draft would reach, and keeps exactly these. Errors: `invalid`, `not-found`. */
  preview(draft: BulkDraft): Result<BulkPreview> {
    const plan = planBulk(randomUUID(), draft, this.#running)
    if (!plan.ok) return plan
    this.#plans.set(plan.value.preview.planId, plan.value)
    dropOldest(this.#plans, keptPlans)
    return ok(plan.value.preview)
  }

  /** A plan that was previewed and not started yet; `undefined` once it is forgotten(). */
  plan(planId: string): Plan | undefined {
    return this.#plans.get(planId)
  }

  /**
   * Starts a plan, once: a second call returns what the first one started. Errors: `not-found` for a plan that is
   * forgotten(), `invalid` where no session is reached or the confirmation is not the one of the preview. `prepared`: its
   * items, where they were made already.
   */
  start(input: Input<'bulk.start'>, prepared?: BulkItems): Result<Batch> {
    const { planId, reason } = input
    const started = this.#runs.get(planId)
    if (started) return ok(started.batch())
    const plan = this.#startable(input)
    if (!plan.ok) return plan
    this.#forgetEnded()
    const items = prepared ?? new BulkItems(plan.value, reason, this.#running.clock.now())
    items.make()
    const run = new BulkRun(plan.value, items, this.#running)
    this.#runs.set(planId, run)
    try {
      run.start()
    } catch (cause) {
      this.#runs.delete(planId)
      return err(notRecorded(cause))
    }
    this.#plans.delete(planId)
    return ok(run.batch())
  }

  /**
   * The same, prepared in batches: very many sessions at once would hold up heartbeats and clicks. Nothing is begun before
   * all are ready.
   */
  async startInTurns(input: Input<'bulk.start'>): Promise<Result<Batch>> {
    const plan = this.#startable(input)
    if (!plan.ok) return this.start(input)
    const { clock } = this.#running
    const items = new BulkItems(plan.value, input.reason, clock.now())
    while (!items.make(itemsPerBatch)) await new Promise<void>((resolve) => clock.schedule(0, resolve))
    return this.start(input, items)
  }

  /** Errors: `not-found`. */
  control({ id, command }: Input<'bulk.control'>): Result<undefined> {
    const run = this.#runs.get(id)
    if (!run) return err(unknownBatch())
    run.control(command)
    return ok(undefined)
  }

  /** The latest, newest first; those of this run as they stand now. */
  list(): Result<Batch[]> {
    const known = this.#running.log.batches()
    if (!known.ok) return known
    return ok(known.value.map((batch) => this.#runs.get(batch.id)?.batch() ?? batch))
  }

  /** The actions of one, whichever run it is of. */
  items(id: string): Result<Action[]> {
    const run = this.#runs.get(id)
    return run ? ok(run.actions()) : this.#running.log.ofBatch(id)
  }

  /** What one says, before its variables are filled in. */
  messages(id: string): Result<MessageTemplate[]> {
    return this.#running.log.messagesOfBatch(id)
  }

  /** The log took in an action or its new outcome. */
  actionChanged(action: Action): void {
    if (action.batchId !== null) this.#runs.get(action.batchId)?.actionChanged(action)
  }

  /** Sends nothing more: Sessiondeck ends, or the watch thread does. */
  abandon(): void {
    for (const run of this.#runs.values()) run.abandon()
  }

  #startable({ planId, confirmation }: Input<'bulk.start'>): Result<Plan> {
    const plan = this.#plans.get(planId)
    if (!plan) return err(forgotten())
    const { preview } = plan
    if (preview.reached === 0) return err({ kind: 'invalid', path: 'planId', message: actingText.nobody })
    if (preview.confirmation !== null && confirmation?.trim() !== preview.confirmation)
      return err({
        kind: 'invalid',
        path: 'confirmation',
        message: actingText.typeToConfirm(preview.confirmation),
      })
    return ok(plan)
  }

  #forgetEnded(): void {
    const ended = [...this.#runs].filter(([, run]) => !run.underWay)
    let actions = ended.reduce((sum, [, run]) => sum + run.size, 0)
    for (const [index, [id, run]] of ended.entries()) {
      if (ended.length - index <= keptRuns && actions <= keptActions) return
      this.#runs.delete(id)
      actions -= run.size
    }
  }
}
