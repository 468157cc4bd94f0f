import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessionActions } from '../../../../src/renderer/stores/actions'
import type { Action } from '../../../../src/shared/action'
import { FakeBridge } from '../../../harness/fake-bridge'

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

let bridge: FakeBridge
let waiting: ((actions: Action[]) => void)[]
let stops: (() => void)[]
let drawn: string[]

const look = (key: string) => {
  const stop = sessionActions.subscribe(key, () => drawn.push(key))
  stops.push(stop)
  return stop
}
/** The log's answer to the oldest question that waits. */
async function say(...actions: Action[]): Promise<void> {
  waiting.shift()?.(actions)
  await new Promise((resolve) => setImmediate(resolve))
}
const outcomes = (key: string) => sessionActions.of(key).map(({ id, outcome }) => `${id} ${outcome.kind}`)

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  waiting = bridge.hold('action.about')
  stops = []
  drawn = []
})
afterEach(() => {
  for (const stop of stops) stop()
})

describe('what was done to a session', () => {
  it('is asked for by whoever looks first, and is what the log says of every run', async () => {
    look('a:x')
    look('a:x')
    expect(bridge.requests).toEqual([{ name: 'action.about', input: { key: 'a:x' } }])
    await say(action('1', 'a:x', { outcome: { kind: 'delivered' } }), action('2', 'a:x'))
    expect(outcomes('a:x')).toEqual(['1 delivered', '2 sending'])
    expect(drawn).toEqual(['a:x', 'a:x'])
    sessionActions.change(action('2', 'a:x', { outcome: { kind: 'accepted' } }))
    sessionActions.change(action('3', 'a:x'))
    expect(outcomes('a:x')).toEqual(['1 delivered', '2 accepted', '3 sending'])
  })

  it('that changed while the log was asked is as it changed', async () => {
    look('a:x')
    sessionActions.change(action('2', 'a:x', { outcome: { kind: 'delivered' } }))
    sessionActions.change(action('3', 'a:x'))
    expect(outcomes('a:x')).toEqual(['2 delivered', '3 sending'])
    await say(action('1', 'a:x'), action('2', 'a:x'))
    expect(outcomes('a:x')).toEqual(['1 sending', '2 delivered', '3 sending'])
  })

  it('is not kept of whom nobody looks at, whatever a bulk action changes', async () => {
    const stop = look('a:x')
    await say()
    drawn = []
    const list = sessionActions.of('a:x')
    for (let index = 0; index < 1_000; index += 1) sessionActions.change(action(`${index}`, `a:${index}`))
    sessionActions.change(action('script', null))
    expect(drawn).toEqual([])
    expect(sessionActions.of('a:x')).toBe(list)
    expect(sessionActions.of('a:7')).toEqual([])
    sessionActions.change(action('new', 'a:x'))
    expect(outcomes('a:x')).toEqual(['new sending'])
    stop()
    expect(sessionActions.of('a:x')).toEqual([])
    sessionActions.change(action('late', 'a:x'))
    expect(sessionActions.of('a:x')).toEqual([])
  })

  it('is asked for again when the watch thread is another one; an answer of the old one is dropped', async () => {
    look('a:x')
    sessionActions.reload()
    expect(bridge.asked('action.about')).toHaveLength(2)
    await say(action('old', 'a:x'))
    expect(outcomes('a:x')).toEqual([])
    await say(action('1', 'a:x', { outcome: { kind: 'delivered' } }))
    expect(outcomes('a:x')).toEqual(['1 delivered'])
  })
})
