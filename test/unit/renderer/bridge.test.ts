import { afterEach, expect, it, vi } from 'vitest'
import { on, request } from '../../../src/renderer/bridge'
import type { EventName } from '../../../src/shared/contract'

afterEach(() => vi.unstubAllGlobals())

it('says of an action that it may have happened where the way to the background part breaks', async () => {
  vi.stubGlobal('sessiondeck', { request: () => Promise.reject(new Error('An object could not be cloned.')) })
  expect(
    await request('session.message', { key: 'a:1', message: { kind: 'text', text: 'Hi' } }),
  ).toMatchObject({
    ok: false,
    error: { kind: 'outcome-unknown', message: expect.stringContaining('not known whether') },
  })
  expect(await request('health.list')).toMatchObject({ ok: false, error: { kind: 'internal' } })
})

it('hears the shell once, whoever listens, and no more when nobody does', () => {
  const heard: ((name: EventName, payload: unknown) => void)[] = []
  vi.stubGlobal('sessiondeck', {
    onEvent(listener: (name: EventName, payload: unknown) => void) {
      heard.push(listener)
      return () => void heard.splice(heard.indexOf(listener), 1)
    },
  })
  const said = vi.fn()
  // Node warns from the eleventh listener of one emitter on.
  const stops = Array.from({ length: 12 }, (_, index) =>
    on(index % 2 === 0 ? 'terminal.closed' : 'terminal.prompt-done', ({ id }) => said(index, id)),
  )
  expect(heard).toHaveLength(1)
  heard[0]?.('terminal.closed', { id: 't' })
  expect(said.mock.calls).toEqual([0, 2, 4, 6, 8, 10].map((index) => [index, 't']))
  for (const stop of stops.slice(1)) stop()
  stops[1]?.()
  heard[0]?.('terminal.closed', { id: 'u' })
  expect(said.mock.lastCall).toEqual([0, 'u'])
  expect(said).toHaveBeenCalledTimes(7)
  stops[0]?.()
  expect(heard).toHaveLength(0)
  const stop = on('terminal.closed', ({ id }) => said(id))
  heard[0]?.('terminal.closed', { id: 'v' })
  expect(said.mock.lastCall).toEqual(['v'])
  stop()
})
