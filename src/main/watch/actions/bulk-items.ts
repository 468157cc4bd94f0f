import type { Batch } from '../../../shared/bulk'
import { type PhaseKind, phasesOf } from './bulk-phases'
import type { AccountPlan, Addressed, Plan } from './bulk-plan'
import type { BulkItem } from './bulk-request'
import { newAction, sentText } from './new-action'

/** What one step does at one account: an item for each session, in order. */
export type StepItems = { part: AccountPlan; phase: PhaseKind; items: BulkItem[] }

/** The actions of a plan that somebody starts: one a session and step, none recorded yet. */
export class BulkItems {
  /** What its bulk action is. */
  readonly head: Pick<Batch, 'id' | 'kind' | 'label' | 'labelKind' | 'reason' | 'requestedAt'>
  /** Step after step, each account's. */
  readonly phases: readonly (readonly StepItems[])[]

  /** `requestedAt`: epoch ms. Nothing is made yet. */
  constructor({ draft: { kind }, preview, accounts }: Plan, reason: string | null, requestedAt: number) {
    this.head = {
      id: preview.planId,
      kind,
      label: preview.label,
      labelKind: preview.labelKind,
      reason,
      requestedAt,
    }
    this.phases = phasesOf(kind).map((phase) => accounts.map((part) => ({ part, phase, items: [] })))
  }

  /** Makes the next items, at most `most`. Returns whether those were the last. */
  make(most = Number.POSITIVE_INFINITY): boolean {
    let room = most
    for (const step of this.phases.flat()) {
      const from = step.items.length
      for (const addressed of step.part.addressed.slice(from, from + room))
        step.items.push(this.#item(step, addressed))
      room -= step.items.length - from
      if (step.items.length < step.part.addressed.length) return false
    }
    return true
  }

  #item({ part, phase }: StepItems, { row, message }: Addressed): BulkItem {
    const { id: batchId, reason, requestedAt } = this.head
    const said = phase === 'message' ? message : null
    const action = newAction(row, {
      batchId,
      kind: phase,
      accountLabel: part.account.label,
      sent: said && sentText(said),
      reason,
      requestedAt,
      outcome: { kind: 'planned' },
    })
    return { action, row, message: said }
  }
}
