import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../../../src/main/clock'
import { createLuaauthProvider } from '../../../../../src/main/watch/providers/luaauth/provider'
import { createLuaprotApi } from '../../../../../src/main/watch/providers/luaprot/api'
import { createLuaprotProvider } from '../../../../../src/main/watch/providers/luaprot/provider'
import { makeSession } from '../fakes'
import { withService } from './service'

const success = { body: { success: true, message: 'Successfully disconnected session.' } }

describe('a request of a bulk action', () => {
  it('leaves when its turn has come and it is told to', async () => {
    await withService('luaprot', [success], async (http, asked) => {
      let seen = -1
      const leaves = () => {
        seen = asked.length
        return true
      }
      const departure = { signal: new AbortController().signal, leaves }
      expect(await createLuaprotApi(http).disconnectSession('1', departure)).toMatchObject({ ok: true })
      expect({ seen, asked: asked.length }).toEqual({ seen: 0, asked: 1 })
    })
  })

  it('does not leave when it is told not to, or was withdrawn', async () => {
    await withService('luaprot', [success], async (http, asked) => {
      const api = createLuaprotApi(http)
      const withdrawn = new AbortController()
      withdrawn.abort()
      let asks = 0
      const leaves = () => {
        asks += 1
        return false
      }
      for (const signal of [new AbortController().signal, withdrawn.signal])
        expect(await api.disconnectSession('1', { signal, leaves })).toMatchObject({
          ok: false,
          error: { kind: 'cancelled' },
        })
      expect({ asks, asked: asked.length }).toEqual({ asks: 1, asked: 0 })
    })
  })

  it('is waited for once it has left, whoever withdraws', async () => {
    await withService('luaprot', [success], async (http, asked) => {
      const withdrawn = new AbortController()
      const leaves = () => true
      const result = createLuaprotApi(http).disconnectSession('1', { signal: withdrawn.signal, leaves })
      await new Promise((resolve) => setImmediate(resolve))
      withdrawn.abort()
      expect(await result).toMatchObject({ ok: true })
      expect(asked).toHaveLength(1)
    })
  })
})

describe('one request for many', () => {
  const departure = () => ({ signal: new AbortController().signal, leaves: () => true })

  it('reaches a hub or a key of LuaProt, and no Discord id', async () => {
    await withService('luaprot', [success], async (http, asked) => {
      const provider = createLuaprotProvider('a1', http, systemClock)
      for (const kind of ['hub', 'key'] as const) {
        const wholeScope = provider.wholeScope?.({ kind, id: '42' })
        expect(await wholeScope?.message('Hello', departure())).toMatchObject({
          ok: true,
          value: { anybody: true },
        })
        expect(await wholeScope?.disconnect(departure())).toMatchObject({
          ok: true,
          value: { anybody: true },
        })
      }
      expect(provider.wholeScope?.({ kind: 'discord', id: '42' })).toBeNull()
      expect(asked).toEqual([
        { method: 'POST', url: '/api/v1/sessions/messageall', body: { hubId: '42', message: 'Hello' } },
        { method: 'DELETE', url: '/api/v1/sessions/disconnectall?hubId=42', body: null },
        { method: 'POST', url: '/api/v1/sessions/messageall', body: { key: '42', message: 'Hello' } },
        { method: 'DELETE', url: '/api/v1/sessions/disconnectall?key=42', body: null },
      ])
    })
  })

  it('finds nobody where LuaProt says so, which is no failure', async () => {
    const nobody = { status: 400, body: { success: false, message: 'No active sessions found.' } }
    await withService('luaprot', [nobody], async (http) => {
      const wholeScope = createLuaprotProvider('a1', http, systemClock).wholeScope?.({ kind: 'hub', id: '1' })
      expect(await wholeScope?.disconnect(departure())).toMatchObject({ ok: true, value: { anybody: false } })
    })
  })

  it('disconnects many of LuaAuth by their ids', async () => {
    await withService('luaauth', [{ body: { success: true } }], async (http, asked) => {
      const provider = createLuaauthProvider('a1', http, systemClock)
      expect(
        await provider.disconnectMany?.([makeSession('A'), makeSession('B')], departure()),
      ).toMatchObject({
        ok: true,
      })
      expect(asked).toEqual([
        { method: 'POST', url: '/sessions/disconnect', body: { session_ids: ['A', 'B'] } },
      ])
    })
  })
})
