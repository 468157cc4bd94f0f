import { beforeEach, describe, expect, it } from 'vitest'
import { emptyMessage } from '../../../../../src/renderer/actions/message-form'
import { formOf, messagesOf } from '../../../../../src/renderer/features/bulk/bulk-form'
import { retryFailed, retryOf } from '../../../../../src/renderer/features/bulk/retry'
import {
  type BulkQuestion,
  closeDialog,
  openDialog,
  useDialogs,
} from '../../../../../src/renderer/stores/dialogs'
import type { Action, Outcome } from '../../../../../src/shared/action'
import type { MessageTemplate } from '../../../../../src/shared/bulk'
import { err, ok } from '../../../../../src/shared/result'
import { FakeBridge } from '../../../../harness/fake-bridge'

const failed: Outcome = { kind: 'failed', error: { kind: 'timeout', message: 'No.' } }
const action = (id: string, outcome: Outcome, fields: Partial<Action> = {}): Action => ({
  id,
  batchId: 'b',
  kind: 'message',
  accountId: 'a',
  accountLabel: 'Main',
  provider: 'luaprot',
  sessionKey: `a:${id}`,
  target: 'somebody',
  sent: 'Hello',
  reason: null,
  requestedAt: 1,
  outcome,
  ...fields,
})

let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
})

describe('asking the failed ones again', () => {
  it('is for those who failed, not for those whose outcome is unknown', () => {
    const unknown: Outcome = { kind: 'unknown', error: { kind: 'outcome-unknown', message: '?' } }
    const list = [action('1', failed), action('2', { kind: 'delivered' }), action('3', unknown)]
    expect(retryOf(list)).toEqual({
      count: 1,
      question: {
        action: 'message',
        aim: { kind: 'sessions', keys: ['a:1'] },
      },
    })
    expect(retryOf([action('2', { kind: 'delivered' })])).toBeNull()
  })

  it('brings back what was said as it was written', async () => {
    const messages: MessageTemplate[] = [
      { kind: 'text', text: 'Hello {user}' },
      { kind: 'handler', handler: 'say', data: { to: '{user}' } },
    ]
    bridge.answer('bulk.messages', () => ok(messages))
    const question: BulkQuestion = { action: 'message', aim: { kind: 'sessions', keys: ['a:1'] } }
    const retried = async (what: BulkQuestion) => {
      openDialog({ kind: 'batch', id: 'b' })
      await retryFailed(what, 'b')
      return useDialogs.getState().dialog
    }
    expect(await retried(question)).toEqual({
      kind: 'bulk',
      ...question,
      said: messages,
      retryOf: 'b',
    })
    expect(bridge.asked('bulk.messages')).toEqual([{ id: 'b' }])
    bridge.answer('bulk.messages', () => err({ kind: 'internal', message: '' }))
    expect(await retried(question)).toEqual({ kind: 'bulk', ...question, retryOf: 'b' })
    const cut: BulkQuestion = { ...question, action: 'disconnect' }
    expect(await retried(cut)).toEqual({ kind: 'bulk', ...cut, retryOf: 'b' })
    expect(bridge.asked('bulk.messages')).toHaveLength(2)
  })

  it('asks nothing where the results were closed meanwhile', async () => {
    let answered = () => {}
    bridge.answer('bulk.messages', () => new Promise((resolve) => (answered = () => resolve(ok([])))))
    openDialog({ kind: 'batch', id: 'b' })
    const retried = retryFailed({ action: 'message', aim: { kind: 'sessions', keys: ['a:1'] } }, 'b')
    closeDialog()
    answered()
    await retried
    expect(useDialogs.getState().dialog).toBeNull()
  })

  it('fills the form with every kind of message', () => {
    const form = formOf([
      { kind: 'text', text: 'Hello {user}' },
      { kind: 'handler', handler: 'say', data: ['{user}'] },
    ])
    expect(messagesOf(form, ['text', 'handler'])).toEqual({
      messages: [
        { kind: 'text', text: 'Hello {user}' },
        { kind: 'handler', handler: 'say', data: ['{user}'] },
      ],
      errors: {},
    })
    expect(formOf([])).toEqual(emptyMessage)
  })

  it('disconnects where the disconnect failed, and tells nobody again where both did', () => {
    const cut = action('1', { kind: 'still-listed', afterMs: 90_000 }, { kind: 'disconnect', sent: null })
    expect(retryOf([cut])?.question.action).toBe('disconnect')
    const both = retryOf([cut, action('2', failed)])
    expect(both).toMatchObject({ question: { action: 'disconnect' }, count: 1 })
  })
})
