import { describe, expect, it } from 'vitest'
import { createLuaprotApi } from '../../../../../src/main/watch/providers/luaprot/api'
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
