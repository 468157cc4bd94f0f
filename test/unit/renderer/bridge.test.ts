import { afterEach, expect, it, vi } from 'vitest'
import { request } from '../../../src/renderer/bridge'

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
