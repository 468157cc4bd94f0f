import { describe, expect, it } from 'vitest'
import {
  createJunkieApi,
  readSession,
  sessionsOf,
} from '../../../../../../src/main/watch/providers/junkie/api'
import { listReader } from '../../../../../../src/main/watch/providers/readers'
import { credential, fixture, withService } from '../service'

const list = listReader(sessionsOf, readSession)

describe('Junkie, Live Users', () => {
  it('Get live user counts per script', async () => {
    await withService('junkie', [{ body: fixture('junkie/counts') }], async (http, asked, hits) => {
      expect(await createJunkieApi(http).liveUserCounts()).toMatchObject({
        ok: true,
        value: {
          counts: new Map([
            ['script-a', 2],
            ['script-b', 0],
          ]),
          total: 2,
        },
      })
      expect(asked).toEqual([{ method: 'GET', url: '/live-users', body: null }])
      expect(hits[0]?.headers.authorization).toBe(`Bearer ${credential}`)
    })
  })

  it('List active sessions for a script', async () => {
    await withService('junkie', [{ body: fixture('junkie/live-users') }], async (http, asked) => {
      const api = createJunkieApi(http)
      expect(await api.liveUsers('script/a', { page: 2, limit: 50, search: 'Bui' }, list)).toMatchObject({
        ok: true,
        value: {
          items: [
            {
              sessionId: 'live-1',
              robloxUsername: 'Builder',
              robloxJobId: '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a',
              placeId: '606849621',
              hwid: '589401805431295092384985734',
              beatCount: 12,
              created: 1770624500000,
              lastBeat: 1770624620000,
            },
            { sessionId: 'live-2', robloxJobId: null, hwid: null },
          ],
          unreadable: 0,
          total: 2,
          totalPages: 1,
        },
      })
      expect(asked).toEqual([
        { method: 'GET', url: '/live-users/script%2Fa?page=2&limit=50&search=Bui', body: null },
      ])
    })
  })

  it.each([
    { status: 401, kind: 'unauthorized', message: /does not accept the key/ },
    { status: 404, kind: 'not-found', message: /“Script not found/ },
    { status: 429, kind: 'rate-limited', message: /too many requests/ },
    { status: 502, kind: 'unavailable', message: /heartbeat service is down/ },
  ])('$status is $kind', async ({ status, kind, message }) => {
    const answer = { status, body: { error: 'Script not found or access denied' } }
    await withService('junkie', [answer], async (http) => {
      const reply = await createJunkieApi(http).liveUsers('a', {}, list)
      expect(reply).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } })
    })
  })

  it('takes a bare 502 of a gateway for the same', async () => {
    await withService('junkie', [{ status: 502, body: '<html>Bad gateway</html>' }], async (http) => {
      const reply = await createJunkieApi(http).liveUserCounts()
      expect(reply).toMatchObject({ ok: false, error: { kind: 'unavailable', status: 502 } })
    })
  })

  it.each([
    { page: 0, path: 'page' },
    { limit: 0, path: 'limit' },
    { limit: 51, path: 'limit' },
    { limit: 1.5, path: 'limit' },
  ])('does not send $path out of bounds', async ({ path, ...page }) => {
    await withService('junkie', [{ body: fixture('junkie/live-users') }], async (http, asked) => {
      const reply = await createJunkieApi(http).liveUsers('a', page, list)
      expect(reply).toMatchObject({ ok: false, error: { kind: 'invalid', path } })
      expect(asked).toEqual([])
    })
  })
})
