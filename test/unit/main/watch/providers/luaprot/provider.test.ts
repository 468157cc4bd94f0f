import { describe, expect, it } from 'vitest'
import type { Http } from '../../../../../../src/main/watch/providers/http'
import { createLuaprotProvider } from '../../../../../../src/main/watch/providers/luaprot/provider'
import type { Scope } from '../../../../../../src/shared/account'
import type { DetailField, Session, SessionDetails } from '../../../../../../src/shared/session'
import { createFakeClock } from '../../../../../harness/fake-clock'
import { fixture, withService } from '../service'

const clock = createFakeClock()
const provider = (http: Http) => createLuaprotProvider('account', http, clock)
const once = { signal: new AbortController().signal, cursor: null, maxRequests: 1 }
const hub: Scope = { kind: 'hub', id: '40511091490620200512' }

const row: Session = {
  key: 'account:97963719390038484793',
  accountId: 'account',
  provider: 'luaprot',
  id: '97963719390038484793',
  userName: 'LuaProtOnTop',
  robloxId: null,
  userId: null,
  scriptId: null,
  machineId: null,
  machineName: null,
  placeId: null,
  universeId: '9432747410',
  jobId: '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a',
  userKey: null,
  hwid: null,
  ipAddress: null,
  status: null,
  startedAt: 1768140224000,
  lastBeatAt: null,
  beatCount: null,
}

const fieldsOf = (details: SessionDetails, title: string): Record<string, DetailField> =>
  Object.fromEntries(
    (details.sections.find((section) => section.title === title)?.fields ?? []).map((field) => [
      field.id,
      field,
    ]),
  )

describe('LuaProt in our words', () => {
  it('lists a whole scope in one answer', async () => {
    await withService('luaprot', [{ body: fixture('luaprot/get-sessions.200') }], async (http) => {
      expect(await provider(http).listSessions(hub, once)).toMatchObject({
        ok: true,
        value: {
          sessions: [row],
          next: null,
          progress: { done: 1, total: 1 },
          unreadable: 0,
          requests: 1,
          evidence: { asked: 'GET /api/v1/sessions/get?hubId=40511091490620200512' },
        },
      })
    })
  })

  it.each<{ scope: Scope; url: string; shown: string }>([
    { scope: { kind: 'key', id: 'customer-key' }, url: '?key=customer-key', shown: '?key=…-key' },
    {
      scope: { kind: 'discord', id: '123456789098' },
      url: '?discordId=123456789098',
      shown: '?discordId=…9098',
    },
  ])('asks for $scope.kind, and masks it in the proof', async ({ scope, url, shown }) => {
    await withService('luaprot', [{ body: fixture('luaprot/get-sessions.200') }], async (http, asked) => {
      const answer = await provider(http).listSessions(scope, once)
      expect(asked[0]?.url).toBe(`/api/v1/sessions/get${url}`)
      expect(answer).toMatchObject({ value: { evidence: { asked: `GET /api/v1/sessions/get${shown}` } } })
    })
  })

  it('tells an empty hub from one that does not exist', async () => {
    await withService('luaprot', [{ body: { success: true, sessions: [] } }], async (http) => {
      expect(await provider(http).listSessions(hub, once)).toMatchObject({
        ok: true,
        value: { sessions: [] },
      })
    })
    await withService(
      'luaprot',
      [{ status: 400, body: fixture('luaprot/message-sessions.400') }],
      async (http) => {
        expect(await provider(http).listSessions(hub, once)).toMatchObject({
          ok: true,
          value: { sessions: [] },
        })
      },
    )
    await withService(
      'luaprot',
      [{ status: 404, body: fixture('luaprot/get-sessions.404') }],
      async (http) => {
        expect(await provider(http).listSessions(hub, once)).toMatchObject({
          ok: false,
          error: {
            error: { kind: 'not-found' },
            evidence: { answer: expect.stringMatching(/^404, \d+ ms$/) },
          },
        })
      },
    )
  })

  it('shows every field of a session, of its key and of its Discord account', async () => {
    await withService('luaprot', [{ body: fixture('luaprot/session-info.200') }], async (http) => {
      const details = await provider(http).details(row, once.signal)
      if (!details.ok) throw new Error(details.error.message)
      expect(details.value).toMatchObject({ key: row.key, fetchedAt: clock.now() })
      const wire = fixture('luaprot/session-info.200') as {
        session: object
        key: { discordData: object }
      }
      const { discordData, ...key } = wire.key
      const session = fieldsOf(details.value, 'Session')
      const record = fieldsOf(details.value, 'Key')
      const discord = fieldsOf(details.value, 'Discord')
      expect(Object.keys(session).sort()).toEqual(Object.keys(wire.session).sort())
      expect(Object.keys(record).sort()).toEqual(Object.keys(key).sort())
      expect(Object.keys(discord).sort()).toEqual(
        Object.keys(discordData)
          .map((name) => `discordData.${name}`)
          .sort(),
      )
      expect(record.lastExecution).toMatchObject({ value: null, emptyWord: 'never', kind: 'time' })
      expect(record.created).toMatchObject({ value: 1764749562000, kind: 'time' })
      const masked = [session, record, discord].flatMap((fields) =>
        Object.values(fields).flatMap((field) => (field.personal ? [field.id] : [])),
      )
      expect(masked.sort()).toEqual(
        [
          'key',
          'key',
          'discordId',
          'note',
          'hwid',
          'discordData.id',
          'discordData.username',
          'discordData.global_name',
          'discordData.avatar',
        ].sort(),
      )
    })
  })

  it('shows a session whose key record is missing or full of nulls', async () => {
    const session = { id: '1', key: null }
    for (const key of [undefined, null, {}, { discordData: null, limitedScripts: ['a'], expire: null }])
      await withService('luaprot', [{ body: { success: true, session, key } }], async (http) => {
        const details = await provider(http).details(row, once.signal)
        expect(details).toMatchObject({ ok: true })
      })
  })

  it('shows a customer of whom one field has another type, and says “never” only of what never was', async () => {
    const key = {
      blacklisted: 0,
      discordData: [],
      lastExecution: 'soon',
      lastHwidReset: 0,
      limitedScripts: [['a']],
    }
    const body = { success: true, session: { id: '1', created: 'noon' }, key }
    await withService('luaprot', [{ body }], async (http) => {
      const details = await provider(http).details(row, once.signal)
      if (!details.ok) throw new Error(details.error.message)
      expect(details.value.sections.map(({ title }) => title)).toEqual(['Session', 'Key'])
      expect(fieldsOf(details.value, 'Session').created).toMatchObject({ value: null, emptyWord: '—' })
      expect(fieldsOf(details.value, 'Key')).toMatchObject({
        blacklisted: { value: false },
        lastExecution: { value: null, emptyWord: '—' },
        lastHwidReset: { value: null, emptyWord: 'never' },
        limitedScripts: { value: '[["a"]]' },
      })
    })
  })

  it('cuts a hub without end, and says so', async () => {
    const sessions = Array.from({ length: 300_000 }, (_, index) => ({ id: `${index}` }))
    await withService('luaprot', [{ body: { success: true, sessions } }], async (http) => {
      const answer = await provider(http).listSessions(hub, once)
      if (!answer.ok) throw new Error(answer.error.error.message)
      expect(answer.value.sessions).toHaveLength(100_000)
      expect(answer.value.gaps).toMatchObject([
        { words: 'LuaProt lists 300,000 sessions; only the first 100,000 are shown.' },
      ])
    })
  })

  it('delivers texts and disconnects, each in one request', async () => {
    await withService('luaprot', [{ body: { success: true, message: 'Done.' } }], async (http, asked) => {
      const luaprot = provider(http)
      expect(await luaprot.message(row, { kind: 'text', text: 'Hi' })).toEqual({
        ok: true,
        value: { kind: 'delivered' },
      })
      expect(await luaprot.disconnect(row)).toEqual({ ok: true, value: undefined })
      expect(asked).toHaveLength(2)
      expect(await luaprot.message(row, { kind: 'handler', handler: 'x', data: [] })).toMatchObject({
        error: { kind: 'unsupported' },
      })
      expect(await luaprot.listSessions({ kind: 'script', id: 'x' }, once)).toMatchObject({
        error: { error: { kind: 'unsupported' } },
      })
      expect(asked).toHaveLength(2)
    })
  })
})
