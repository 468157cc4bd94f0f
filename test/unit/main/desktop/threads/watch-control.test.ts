import { expect, it } from 'vitest'
import type { WorkerThread } from '../../../../../src/main/desktop/threads/supervised-thread'
import { WatchControl } from '../../../../../src/main/desktop/threads/watch-control'
import type { AccountConfig } from '../../../../../src/shared/account'
import type { WatchState } from '../../../../../src/shared/contract'
import { ok } from '../../../../../src/shared/result'
import { createFakeClock, settle } from '../../../../harness/fake-clock'

const account: AccountConfig = {
  id: 'a',
  provider: 'vsay',
  label: 'Ops',
  baseUrl: 'https://a.example/v1',
  authHeader: { name: 'Authorization', scheme: 'Bearer ' },
  scopes: [{ kind: 'organisation', id: '*' }],
  enabled: true,
  notify: true,
  requestsPerMinute: 60,
  credential: 'key',
  headers: {},
}

function setUp(resolveProxy = async (_url: string) => 'PROXY p:1') {
  const asked: [string, unknown][] = []
  const states: WatchState[] = []
  let onState = (_state: 'running' | 'restarting') => {}
  const thread: WorkerThread = {
    request: ((name: string, input: unknown) => {
      asked.push([name, input])
      return Promise.resolve(ok(undefined))
    }) as WorkerThread['request'],
    forward: async () => ok(undefined),
    give: () => {},
    onEvent: () => {},
    onState: (listener) => {
      onState = listener
    },
    start: () => {},
    stop: async () => {},
  }
  const accounts = [account]
  const clock = createFakeClock()
  const control = new WatchControl({
    clock,
    thread,
    wanted: () => ({ accounts: [...accounts], heartbeatIntervalMs: 10_000 }),
    resolveProxy,
    onChange: (state) => states.push(state),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  })
  const named = (name: string) => asked.filter(([asked]) => asked === name).map(([, input]) => input)
  return { clock, control, accounts, states, named, say: (state: 'running' | 'restarting') => onState(state) }
}

it('tells a new thread everything, also after a restart', async () => {
  const { control, states, named, say } = setUp()
  control.setPaused(true)
  say('restarting')
  expect(control.state().restarting).toBe(true)
  say('running')
  await settle()
  expect(named('watch.set').at(-1)).toEqual({ paused: true, suspended: false, muted: false })
  expect(named('watch.configure')).toEqual([
    { accounts: [account], heartbeatIntervalMs: 10_000, proxies: { a: 'http://p:1' } },
  ])
  expect(states.map((state) => state.restarting)).toEqual([false, true, false])
})

it('lets the newest of two configurations win, however long the proxies take', async () => {
  const waiting: ((answer: string) => void)[] = []
  const { control, accounts, named } = setUp(() => new Promise((resolve) => waiting.push(resolve)))
  const first = control.configure()
  accounts.push({ ...account, id: 'b' })
  const second = control.configure()
  for (const resolve of waiting.reverse()) resolve('DIRECT')
  await Promise.all([first, second])
  expect(named('watch.configure')).toMatchObject([{ accounts: [{ id: 'a' }, { id: 'b' }], proxies: {} }])
})

it('mutes for a time, then says that it is over', async () => {
  const { clock, control, states, named } = setUp()
  control.muteFor(3_600_000)
  expect(control.state().mutedUntil).toBe(clock.now() + 3_600_000)
  expect(named('watch.set').at(-1)).toMatchObject({ muted: true })
  await clock.advance(3_600_000)
  expect(states.map((state) => state.mutedUntil !== null)).toEqual([true, false])
  expect(named('watch.set').at(-1)).toMatchObject({ muted: false })
})

it('mutes for its time by whatever the wall clock is set to, and not longer than a sleep', async () => {
  const { clock, control } = setUp()
  control.muteFor(3_600_000)
  await clock.advance(1_800_000)
  clock.jump(-7_200_000)
  expect(control.state().mutedUntil).toBe(clock.now() + 1_800_000)
  await clock.advance(1_800_000)
  expect(control.state().mutedUntil).toBeNull()
  control.muteFor(3_600_000)
  clock.jump(8 * 3_600_000)
  await clock.advance(30_000)
  expect(control.state().mutedUntil).toBeNull()
})

it('ends a mute, and begins it anew, when it is asked to', async () => {
  const { clock, control } = setUp()
  control.muteFor(60_000)
  control.muteFor(3_600_000)
  await clock.advance(60_000)
  expect(control.state().mutedUntil).toBe(clock.now() + 3_540_000)
  control.muteFor(0)
  expect(control.state().mutedUntil).toBeNull()
  expect(clock.pending()).toBe(0)
})

it('asks for the proxies again when told to, and says so only where one is another now', async () => {
  let answer = 'DIRECT'
  let asked = 0
  const { control, named } = setUp(async () => {
    asked += 1
    return answer
  })
  await control.checkProxies()
  expect(named('watch.configure')).toEqual([])
  await control.configure()
  await control.checkProxies()
  expect(named('watch.configure')).toMatchObject([{ proxies: {} }])
  answer = 'PROXY vpn:3128'
  asked = 0
  await Promise.all([control.checkProxies(), control.checkProxies(), control.checkProxies()])
  expect(named('watch.configure')).toMatchObject([{ proxies: {} }, { proxies: { a: 'http://vpn:3128' } }])
  // Once to see that it changed, once to configure: many accounts that fail together ask together.
  expect(asked).toBe(2)
  await control.checkProxies()
  expect(named('watch.configure')).toHaveLength(2)
})

it('asks for the proxies again when the machine wakes up', async () => {
  const { control, named } = setUp()
  control.setSuspended(true)
  await settle()
  expect(named('watch.configure')).toEqual([])
  control.setSuspended(false)
  await settle()
  expect(named('watch.set')).toMatchObject([{ suspended: true }, { suspended: false }])
  expect(named('watch.configure')).toHaveLength(1)
})
