import { describe, expect, it } from 'vitest'
import { retryOf } from '../../../../../src/renderer/features/bulk/retry'
import type { Action, Outcome } from '../../../../../src/shared/action'
import { fill, valuesOf } from '../../../../../src/shared/message-template'

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

describe('asking the failed ones again', () => {
  it('is for those who failed, not for those whose outcome is unknown', () => {
    const unknown: Outcome = { kind: 'unknown', error: { kind: 'outcome-unknown', message: '?' } }
    const list = [action('1', failed), action('2', { kind: 'delivered' }), action('3', unknown)]
    expect(retryOf(list)).toEqual({
      count: 1,
      question: {
        action: 'message',
        target: { kind: 'sessions', keys: ['a:1'] },
        said: { kind: 'text', text: 'Hello' },
      },
    })
    expect(retryOf([action('2', { kind: 'delivered' })])).toBeNull()
  })

  it('says what was said, and nothing in it is a variable', () => {
    const said = retryOf([action('1', failed, { sent: 'I am {user}' })])?.question.said
    const nobody = { userName: 'x', robloxId: null, scriptId: null, placeId: null, jobId: null }
    expect(said?.kind === 'text' && fill(said.text, valuesOf(nobody, 'A'))).toBe('I am {user}')
  })

  it('calls the handler again with its data; texts that differ are written anew', () => {
    const call = { provider: 'luaauth', sent: 'say({"a":[1,")"]})' } as const
    expect(retryOf([action('1', failed, call)])?.question.said).toEqual({
      kind: 'handler',
      handler: 'say',
      data: { a: [1, ')'] },
    })
    expect(
      retryOf([action('1', failed), action('2', failed, { sent: 'Other' })])?.question.said,
    ).toBeUndefined()
  })

  it('disconnects where the disconnect failed, and tells nobody again where both did', () => {
    const cut = action('1', { kind: 'still-listed', afterMs: 90_000 }, { kind: 'disconnect', sent: null })
    expect(retryOf([cut])?.question.action).toBe('disconnect')
    const both = retryOf([cut, action('2', failed)])
    expect(both).toMatchObject({ question: { action: 'disconnect' }, count: 1 })
    expect(both?.question.said).toBeUndefined()
  })
})
