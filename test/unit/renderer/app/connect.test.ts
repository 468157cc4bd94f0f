import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connectStores } from '../../../../src/renderer/app/connect'
import { sessionActions } from '../../../../src/renderer/stores/actions'
import { useHealthStore } from '../../../../src/renderer/stores/health'
import { useWatchState } from '../../../../src/renderer/stores/watch-state'
import type { EventName, Payload } from '../../../../src/shared/contract'
import { scopeHealth } from '../../../harness/roster-rows'

const listeners = new Set<(name: EventName, payload: unknown) => void>()
const asked: string[] = []
let stop: () => void

const emit = <E extends EventName>(name: E, payload: Payload<E>) => {
  for (const listener of listeners) listener(name, payload)
}
/** Until all is asked for, the last of it a second after the rest. */
const settled = () => vi.advanceTimersByTimeAsync(1_000)

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
  asked.length = 0
  globalThis.sessiondeck = {
    request: async (name) => {
      asked.push(name)
      return name === 'health.list'
        ? { ok: true, value: [] }
        : { ok: false, error: { kind: 'internal', message: '' } }
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
  stop = connectStores()
})

afterEach(() => {
  stop()
  expect(listeners.size).toBe(0)
  vi.useRealTimers()
})

it('asks for everything once, and again when the watch thread was restarted', async () => {
  await settled()
  const first = [...asked].sort()
  expect(first).toEqual(['health.list', 'list.watch', 'log.batches', 'watch.state', 'workspace.get'])
  const stopLooking = sessionActions.subscribe('a:1', () => undefined)
  expect(asked.splice(first.length)).toEqual(['action.about'])
  const state = { paused: false, mutedUntil: null }
  emit('watch.changed', { ...state, restarting: true })
  expect(asked).toHaveLength(first.length)
  emit('watch.changed', { ...state, restarting: false })
  stopLooking()
  expect(asked.slice(first.length).sort()).toEqual([
    'action.about',
    'health.list',
    'list.watch',
    'log.batches',
  ])
  expect(useWatchState.getState().restarting).toBe(false)
})

it('asks for the log when the first rows had their time', async () => {
  await vi.advanceTimersByTimeAsync(900)
  expect(asked).toContain('health.list')
  expect(asked).not.toContain('log.batches')
  await vi.advanceTimersByTimeAsync(100)
  expect(asked).toContain('log.batches')
})

it('asks again how old everything is when the clock was set', async () => {
  await settled()
  asked.length = 0
  vi.advanceTimersByTime(1_000)
  expect(asked).toEqual([])
  vi.setSystemTime(Date.now() - 7_200_000)
  vi.advanceTimersByTime(1_000)
  expect(asked.sort()).toEqual(['health.list', 'log.batches', 'watch.state', 'workspace.get'])
})

it('follows health by difference', async () => {
  await settled()
  emit('health.changed', { changed: [scopeHealth({ key: '1' }), scopeHealth({ key: '2' })], removed: [] })
  emit('health.changed', { changed: [scopeHealth({ key: '2', state: 'late' })], removed: ['1'] })
  expect([...useHealthStore.getState().scopes.values()]).toMatchObject([{ key: '2', state: 'late' }])
})
