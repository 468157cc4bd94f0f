import type { Action } from '../../../shared/action'
import type { Batch } from '../../../shared/bulk'
import { isoTime } from '../../../shared/times'
import { actionNames, outcomeWords } from '../../actions/outcome-words'
import { csvDocument } from '../../lib/csv'
import { batchName } from './batch-words'

const header = [
  'Time',
  'Account',
  'Service',
  'Action',
  'Target',
  'Session',
  'Sent',
  'Reason',
  'Outcome',
  'Outcome in words',
  'Bulk action',
  'Action ID',
]

const namesOf = (batches: readonly Batch[]) => new Map(batches.map((batch) => [batch.id, batchName(batch)]))

/** Actions as a table for a spreadsheet, one line each. */
export function logCsv(actions: readonly Action[], batches: readonly Batch[]): string {
  const names = namesOf(batches)
  return csvDocument(
    header,
    actions.map((action) => [
      isoTime(action.requestedAt),
      action.accountLabel,
      action.provider,
      actionNames[action.kind],
      action.target,
      action.sessionKey,
      action.sent,
      action.reason,
      action.outcome.kind,
      outcomeWords(action, null).text,
      action.batchId === null ? null : (names.get(action.batchId) ?? action.batchId),
      action.id,
    ]),
  )
}

/** Actions as JSON, whole, with times as ISO 8601 and what their bulk actions are called. */
export function logJson(actions: readonly Action[], batches: readonly Batch[]): string {
  const names = namesOf(batches)
  const whole = actions.map((action) => ({
    ...action,
    requestedAt: isoTime(action.requestedAt),
    batch: action.batchId === null ? null : (names.get(action.batchId) ?? null),
  }))
  return `${JSON.stringify(whole, null, 2)}\n`
}
