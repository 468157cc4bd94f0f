import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { connectStores } from '../../../../src/renderer/stores/connect'
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
const settled = () => vi.waitFor(() => expect(asked).toContain('action.list'))

beforeEach(() => {
  asked.length = 0
  globalThis.sessiondeck = {
    request: async (name) => {
      asked.push(name)
      const lists = name === 'health.list' || name === 'action.list'
      return lists ? { ok: true, value: [] } : { ok: false, error: { kind: 'internal', message: '' } }
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
})

it('asks for everything once, and again when the watch thread was restarted', async () => {
  await settled()
  const first = [...asked].sort()
  expect(first).toEqual([
    'action.list',
    'health.list',
    'log.batches',
    'roster.subscribe',
    'watch.state',
    'workspace.get',
  ])
  const state = { paused: false, mutedUntil: null }
  emit('watch.changed', { ...state, restarting: true })
  expect(asked).toHaveLength(first.length)
  emit('watch.changed', { ...state, restarting: false })
  expect(asked.slice(first.length).sort()).toEqual([
    'action.list',
    'health.list',
    'log.batches',
    'roster.subscribe',
  ])
  expect(useWatchState.getState().restarting).toBe(false)
})

it('follows health by difference', async () => {
  await settled()
  emit('health.changed', { changed: [scopeHealth({ key: '1' }), scopeHealth({ key: '2' })], removed: [] })
  emit('health.changed', { changed: [scopeHealth({ key: '2', state: 'late' })], removed: ['1'] })
  expect([...useHealthStore.getState().scopes.values()]).toMatchObject([{ key: '2', state: 'late' }])
})
