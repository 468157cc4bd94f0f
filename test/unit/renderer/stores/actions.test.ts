import { beforeEach, describe, expect, it } from 'vitest'
import { sessionActions } from '../../../../src/renderer/stores/actions'
import type { Action } from '../../../../src/shared/action'

const action = (id: string, key: string | null, fields: Partial<Action> = {}): Action => ({
  id,
  batchId: null,
  kind: 'message',
  accountId: 'a',
  accountLabel: 'Main',
  provider: 'luaprot',
  sessionKey: key,
  target: 'somebody',
  sent: 'Hello',
  reason: null,
  requestedAt: 1,
  outcome: { kind: 'sending' },
  ...fields,
})

beforeEach(() => sessionActions.replace([]))

describe('the window’s actions', () => {
  it('are a session’s, oldest first, each as it stands now', () => {
    sessionActions.replace([action('1', 'a:x'), action('2', 'a:y')])
    sessionActions.change(action('3', 'a:x'))
    sessionActions.change(action('1', 'a:x', { outcome: { kind: 'delivered' } }))
    sessionActions.change(action('4', null))
    expect(sessionActions.of('a:x').map(({ id, outcome }) => [id, outcome.kind])).toEqual([
      ['1', 'delivered'],
      ['3', 'sending'],
    ])
    expect(sessionActions.find('4')?.sessionKey).toBeNull()
    expect(sessionActions.of('a:z')).toEqual([])
  })

  it('draw again who looks at that session, and nobody else, whatever a bulk action changes', () => {
    const drawn = { x: 0, any: 0 }
    const stops = [
      sessionActions.subscribe('a:x', () => {
        drawn.x += 1
      }),
      sessionActions.follow(() => {
        drawn.any += 1
      }),
    ]
    const before = sessionActions.of('a:7')
    for (let index = 0; index < 1_000; index += 1) sessionActions.change(action(`${index}`, `a:${index}`))
    expect(drawn).toEqual({ x: 0, any: 1_000 })
    const list = sessionActions.of('a:7')
    expect(list).not.toBe(before)
    sessionActions.change(action('new', 'a:x'))
    expect(drawn).toEqual({ x: 1, any: 1_001 })
    // Another session's list keeps its identity, so nothing of it is drawn again.
    expect(sessionActions.of('a:7')).toBe(list)
    for (const stop of stops) stop()
    sessionActions.change(action('last', 'a:x'))
    expect(drawn).toEqual({ x: 1, any: 1_001 })
  })
})
