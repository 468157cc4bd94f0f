import type { Action } from '../../../shared/action'
import { becameOf } from '../../../shared/batch-state'
import type { BulkKind } from '../../../shared/bulk'
import { request } from '../../bridge'
import { type BulkQuestion, openBulk, useDialogs } from '../../stores/dialogs'

/**
 * The actions that failed, as a new bulk action; `null` where none did. Unknown outcomes are not repeated. Where messages
 * and disconnects failed it repeats the disconnects: nobody gets a message twice.
 */
export function retryOf(actions: readonly Action[]): { question: BulkQuestion; count: number } | null {
  const allFailed = actions.filter(({ outcome }) => becameOf[outcome.kind] === 'failed')
  const action: BulkKind = allFailed.some(({ kind }) => kind === 'disconnect') ? 'disconnect' : 'message'
  const failed = allFailed.filter(({ kind }) => kind === action)
  const keys = new Set(failed.flatMap(({ sessionKey }) => (sessionKey === null ? [] : [sessionKey])))
  if (keys.size === 0) return null
  return { question: { action, aim: { kind: 'sessions', keys: [...keys] } }, count: keys.size }
}

/**
 * The bulk action with its messages as they were written: their variables are filled in anew. Where the log cannot be read,
 * without messages.
 */
async function withSaid(question: BulkQuestion, batchId: string): Promise<BulkQuestion> {
  if (question.action === 'disconnect') return question
  const messages = await request('bulk.messages', { id: batchId })
  return messages.ok ? { ...question, said: messages.value } : question
}

/** Opens the dialog for a bulk action's failed ones, unless its results were closed while its messages were read. */
export async function retryFailed(question: BulkQuestion, batchId: string): Promise<void> {
  const asked = await withSaid(question, batchId)
  const { dialog } = useDialogs.getState()
  if (dialog?.kind === 'batch' && dialog.id === batchId) openBulk({ ...asked, retryOf: batchId })
}
