import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connectStores } from '../../../../src/renderer/app/connect'
import { sessionActions } from '../../../../src/renderer/stores/actions'
import { useHealthStore } from '../../../../src/renderer/stores/health'
import { useWatchState } from '../../../../src/renderer/stores/watch-state'
import { ok } from '../../../../src/shared/result'
import { FakeBridge } from '../../../harness/fake-bridge'
import { scopeHealth } from '../../../harness/roster-rows'

let bridge: FakeBridge
let stop: () => void

/** The names of the requests from one place on. */
const requested = (from = 0) => bridge.requests.slice(from).map(({ name }) => name)
/** Until all is asked for, the last of it a second after the rest. */
const settled = () => vi.advanceTimersByTimeAsync(1_000)

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('health.list', () => ok([]))
  stop = connectStores()
})

afterEach(() => {
  stop()
  expect(bridge.listeners).toBe(0)
  vi.useRealTimers()
})

it('asks for everything once, and again when the watch thread was restarted', async () => {
  await settled()
  const first = requested()
  expect([...first].sort()).toEqual([
    'health.list',
    'list.watch',
    'log.batches',
    'watch.state',
    'workspace.get',
  ])
  const stopLooking = sessionActions.subscribe('a:1', () => undefined)
  expect(requested(first.length)).toEqual(['action.about'])
  const before = first.length + 1
  const state = { paused: false, mutedUntil: null }
  bridge.emit('watch.changed', { ...state, restarting: true })
  expect(requested(before)).toEqual([])
  bridge.emit('watch.changed', { ...state, restarting: false })
  stopLooking()
  expect(requested(before).sort()).toEqual(['action.about', 'health.list', 'list.watch', 'log.batches'])
  expect(useWatchState.getState().restarting).toBe(false)
})

it('asks for the log when the first rows had their time', async () => {
  await vi.advanceTimersByTimeAsync(900)
  expect(requested()).toContain('health.list')
  expect(requested()).not.toContain('log.batches')
  await vi.advanceTimersByTimeAsync(100)
  expect(requested()).toContain('log.batches')
})

it('asks again how old everything is when the clock was set', async () => {
  await settled()
  const before = bridge.requests.length
  vi.advanceTimersByTime(1_000)
  expect(requested(before)).toEqual([])
  vi.setSystemTime(Date.now() - 7_200_000)
  vi.advanceTimersByTime(1_000)
  expect(requested(before).sort()).toEqual(['health.list', 'log.batches', 'watch.state', 'workspace.get'])
})

it('follows health by difference', async () => {
  await settled()
  bridge.emit('health.changed', {
    changed: [scopeHealth({ key: '1' }), scopeHealth({ key: '2' })],
    removed: [],
  })
  bridge.emit('health.changed', { changed: [scopeHealth({ key: '2', state: 'late' })], removed: ['1'] })
  expect([...useHealthStore.getState().scopes.values()]).toMatchObject([{ key: '2', state: 'late' }])
})
