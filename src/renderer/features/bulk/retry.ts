import type { Action } from '../../../shared/action'
import { becameOf } from '../../../shared/batch-state'
import type { BulkKind, MessageTemplate } from '../../../shared/bulk'
import type { BulkQuestion } from '../../stores/dialogs'
import { parseJsonData } from '../actions/json-data'

/** A message as the log has it, to be sent again: what was filled in stays. */
function saidAgain(sent: string, provider: Action['provider']): MessageTemplate | null {
  const braced = (text: string) => text.replace(/[{}]/g, '$&$&')
  if (provider !== 'luaauth') return { kind: 'text', text: braced(sent) }
  const call = /^([^(]+)\((.*)\)$/s.exec(sent)
  const data = parseJsonData(call?.[2] ?? '')
  return call?.[1] && data.ok ? { kind: 'handler', handler: call[1], data: data.value } : null
}

/**
 * The actions that failed, as a new question; `null` where none did. Who has an unknown outcome is not asked again. Where
 * messages and disconnects failed it is about the disconnects: nobody is told twice.
 */
export function retryOf(actions: readonly Action[]): { question: BulkQuestion; count: number } | null {
  const allFailed = actions.filter(({ outcome }) => becameOf[outcome.kind] === 'failed')
  const action: BulkKind = allFailed.some(({ kind }) => kind === 'disconnect') ? 'disconnect' : 'message'
  const failed = allFailed.filter(({ kind }) => kind === action)
  const keys = new Set(failed.flatMap(({ sessionKey }) => (sessionKey === null ? [] : [sessionKey])))
  if (keys.size === 0) return null
  const said = new Set(failed.flatMap(({ sent }) => (sent === null ? [] : [sent])))
  const [only] = said.size === 1 ? failed.filter(({ sent }) => sent !== null) : []
  const message = only?.sent ? saidAgain(only.sent, only.provider) : null
  const question: BulkQuestion = { action, target: { kind: 'sessions', keys: [...keys] } }
  return { question: { ...question, ...(message && { said: message }) }, count: keys.size }
}
