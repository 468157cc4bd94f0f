import { describe, expect, it } from 'vitest'
import { earlierDisconnect, isNews, outcomeWords } from '../../../../src/renderer/actions/outcome-words'
import type { Outcome } from '../../../../src/shared/action'
import { loggedAction } from '../../../harness/action-log'

const error = { kind: 'timeout', message: 'No answer in 15 s.' } as const
const disconnect = (outcome: Outcome, mayTakeMs: number | null = 90_000) =>
  outcomeWords({ kind: 'disconnect', outcome }, mayTakeMs)

describe('outcomeWords of a disconnect', () => {
  it('promises nothing before it is known', () => {
    expect(disconnect({ kind: 'accepted' })).toEqual({
      tone: 'busy',
      text: 'Accepted, confirming… up to 90 s',
    })
    expect(disconnect({ kind: 'accepted' }, null).text).toBe('Accepted, confirming…')
  })

  it.each<[Outcome, string]>([
    [{ kind: 'gone', afterMs: 41_200 }, 'Disconnected after 41 s'],
    [{ kind: 'still-listed', afterMs: 90_000 }, 'Still listed after 90 s'],
    [{ kind: 'back', afterMs: 12_000, sameKey: true }, 'Reconnected after 12 s, same key'],
    [{ kind: 'back', afterMs: 300_000, sameKey: false }, 'Reconnected after 5 m'],
  ])('says what really happened: %o', (outcome, text) => {
    expect(disconnect(outcome).text).toBe(text)
  })

  it('does not call sent what waits for its turn', () => {
    expect(disconnect({ kind: 'planned' })).toEqual({
      tone: 'busy',
      text: 'Disconnect queued, not sent yet',
    })
  })

  it('keeps an unknown outcome apart from a failure', () => {
    expect(disconnect({ kind: 'unknown', error })).toEqual({
      tone: 'warn',
      text: 'Disconnect: outcome unknown: No answer in 15 s.',
    })
    expect(disconnect({ kind: 'failed', error })).toEqual({
      tone: 'bad',
      text: 'Disconnect failed: No answer in 15 s.',
    })
  })
})

describe('outcomeWords of a message', () => {
  it('gives the reason why it was not processed', () => {
    const outcome: Outcome = { kind: 'not-processed', reason: 'function doesnt exist' }
    expect(outcomeWords({ kind: 'message', outcome }, null)).toEqual({
      tone: 'warn',
      text: 'Message not processed: function doesnt exist',
    })
  })
})

it.each([
  ['session-create', 'Session created'],
  ['session-end', 'Session ended'],
  ['script-toggle', 'Script switch done'],
] as const)('outcomeWords of a %s say what was done', (kind, text) => {
  expect(outcomeWords({ kind, outcome: { kind: 'delivered' } }, null)).toEqual({ tone: 'good', text })
})

describe('earlierDisconnect', () => {
  const cut = (outcome: Outcome) => loggedAction('1', { kind: 'disconnect', requestedAt: 5, outcome })

  it('is what came of the last one, where it may not have worked', () => {
    const unknown = cut({ kind: 'unknown', error })
    const message = loggedAction('2')
    expect(earlierDisconnect([cut({ kind: 'gone', afterMs: 1 }), unknown, message])).toEqual({
      requestedAt: 5,
      text: 'No answer in 15 s.',
    })
    expect(earlierDisconnect([cut({ kind: 'still-listed', afterMs: 110_000 })])?.text).toBe(
      'Still listed after 110 s.',
    )
  })

  it('is none where none was asked for, and where the last one worked or did nothing', () => {
    expect(earlierDisconnect([loggedAction('2')])).toBeNull()
    const unknown = cut({ kind: 'unknown', error })
    for (const outcome of [
      { kind: 'gone', afterMs: 1 },
      { kind: 'accepted' },
      { kind: 'failed', error },
    ] as const)
      expect(earlierDisconnect([unknown, cut(outcome)])).toBeNull()
  })
})

describe('isNews', () => {
  it('is not what is still under way', () => {
    expect(isNews({ outcome: { kind: 'sending' } })).toBe(false)
    expect(isNews({ outcome: { kind: 'accepted' } })).toBe(false)
    expect(isNews({ outcome: { kind: 'gone', afterMs: 1 } })).toBe(true)
  })
})
