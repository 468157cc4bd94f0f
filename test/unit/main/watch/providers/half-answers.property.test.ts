import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../../../src/main/clock'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import type { Http } from '../../../../../src/main/watch/providers/http'
import { createJunkieProvider } from '../../../../../src/main/watch/providers/junkie/provider'
import { createLuaauthProvider } from '../../../../../src/main/watch/providers/luaauth/provider'
import { createLuaprotProvider } from '../../../../../src/main/watch/providers/luaprot/provider'
import type { Provider, SweepCursor } from '../../../../../src/main/watch/providers/provider'
import { createVsayProvider } from '../../../../../src/main/watch/providers/vsay/provider'
import type { ProviderId, Scope } from '../../../../../src/shared/account'
import { sessionDetailsSchema, sessionSchema } from '../../../../../src/shared/session'
import { isSomebodyElse } from '../../../../../src/shared/somebody-else'
import { createFakeClock } from '../../../../harness/fake-clock'
import { makeSession } from '../fakes'
import { fixture, withService } from './service'

type Fields = { [name: string]: unknown }

/** How a service wraps the rows of its list, and which field is a row's id. */
type Service = {
  create(accountId: string, http: Http, clock: Clock): Provider
  scope: Scope
  row: Fields
  idField: string
  list(rows: unknown[], url: string, body: string): unknown
}

const firstOf = (path: string, ...names: string[]): Fields => {
  const value = names.reduce<unknown>((from, name) => (from as Fields)[name], fixture(path))
  return structuredClone(Array.isArray(value) ? value[0] : value) as Fields
}

const services: Record<ProviderId, Service> = {
  luaprot: {
    create: createLuaprotProvider,
    scope: { kind: 'hub', id: '1' },
    row: firstOf('luaprot/get-sessions.200', 'sessions'),
    idField: 'id',
    list: (sessions) => ({ success: true, sessions }),
  },
  luaauth: {
    create: createLuaauthProvider,
    scope: { kind: 'script', id: 's' },
    row: firstOf('luaauth/get-sessions', 'sessions'),
    idField: 'id',
    list: (rows, _url, body) => ({ success: true, sessions: body.includes('"from":0') ? rows : [] }),
  },
  junkie: {
    create: createJunkieProvider,
    scope: { kind: 'organisation', id: '*' },
    row: firstOf('junkie/live-users', 'sessions'),
    idField: 'sessionId',
    list: (sessions, url) =>
      url.endsWith('/live-users')
        ? { counts: { s: sessions.length } }
        : { sessions, total: sessions.length, totalPages: 1 },
  },
  vsay: {
    create: createVsayProvider,
    scope: { kind: 'organisation', id: '*' },
    row: firstOf('vsay/list-sessions', 'data', 'sessions'),
    idField: 'id',
    list: (sessions) => ({ success: true, data: { sessions } }),
  },
}

/** Every place in a row, also inside its objects: `['user', 'name']`. */
const placesOf = (row: Fields): string[][] =>
  Object.entries(row).flatMap(([name, value]) => [
    [name],
    ...(typeof value === 'object' && value !== null
      ? placesOf(value as Fields).map((rest) => [name, ...rest])
      : []),
  ])

/** The row with another value there; `undefined` takes the field away. */
function changed(row: Fields, [name = '', ...rest]: readonly string[], value: unknown): Fields {
  const inside = row[name]
  return { ...row, [name]: rest.length > 0 ? changed((inside ?? {}) as Fields, rest, value) : value }
}

/** What services send in place of what they document, and anything else. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 60,
    '',
    'just now',
    '2026-02-06T12:00:00',
    [],
    {},
    [[]],
    'x'.repeat(2_000),
    '\ud800',
  ),
  fc.jsonValue(),
)

/** Only a word can say that a session is over. */
const saysNothing = (value: unknown) => typeof value !== 'string' || value === ''

async function everybodyOf(provider: Provider, scope: Scope) {
  const { signal } = new AbortController()
  let cursor: SweepCursor | null = null
  const sessions = []
  for (;;) {
    const answer = await provider.listSessions(scope, { signal, cursor, maxRequests: 9 })
    if (!answer.ok) throw new Error(answer.error.error.message)
    sessions.push(...answer.value.sessions)
    cursor = answer.value.next
    if (!cursor) return { ...answer.value, sessions }
  }
}

describe.each(Object.entries(services))('a list of %s with one odd field', (id, service) => {
  const { create, scope, row, idField, list } = service
  const rows = Array.from({ length: 4 }, (_, index) => ({ ...row, [idField]: `session-${index}` }))
  const ids = rows.map((each) => each[idField])
  const places = placesOf(row).filter(([name]) => name !== idField)
  const odd = fc
    .record({ nth: fc.nat(rows.length - 1), place: fc.constantFrom(...places), value: anything })
    .filter(({ place: [name], value }) => name !== 'status' || saysNothing(value))

  /** Runs `use` over lists as they come over the wire. */
  const overTheWire = (use: (ask: (list: unknown[]) => ReturnType<typeof everybodyOf>) => Promise<void>) => {
    let current: unknown[] = rows
    const answer = ({ url, body }: { url: string; body: string }) => ({ body: list(current, url, body) })
    return withService(id as ProviderId, answer, async (http) => {
      const provider = create('a1', http, createFakeClock())
      await use((next) => {
        current = next
        return everybodyOf(provider, scope)
      })
    })
  }
  const mutated = ({ nth, place, value }: { nth: number; place: string[]; value: unknown }) =>
    rows.map((each, index) => (index === nth ? changed(each, place, value) : each))

  it('lists every row, and nobody is gone whose id was not given to somebody else', async () => {
    await overTheWire((ask) =>
      fc.assert(
        fc.asyncProperty(odd, async (change) => {
          const roster = new Roster()
          const place = { at: 1, begins: true, completes: true, sweepsUntilGone: 1 } as const
          const before = await ask(rows)
          roster.apply('scope', { ...before, ...place })
          const { sessions, unreadable, unsure } = await ask(mutated(change))
          const then = roster.apply('scope', { sessions, unsure, ...place })
          expect(sessions.map((session) => session.id)).toEqual(ids)
          expect(unreadable).toBe(0)
          const given = before.sessions.filter((session, index) => {
            const after = sessions[index]
            return after !== undefined && isSomebodyElse(session, after)
          })
          expect((then?.left ?? []).map(({ key }) => key)).toEqual(given.map(({ key }) => key))
          expect(roster.size).toBe(rows.length)
          expect(then?.patch.upserts.length ?? 0).toBeLessThanOrEqual(1)
          for (const session of sessions) sessionSchema.parse(session)
        }),
        { numRuns: 200 },
      ),
    )
  })

  it('whose id cannot be read removes nobody, and confirms nobody', async () => {
    const noId = fc.constantFrom<unknown>(undefined, null, {}, [], true, '', 1.5, 2 ** 60, 'x'.repeat(600))
    await overTheWire((ask) =>
      fc.assert(
        fc.asyncProperty(fc.nat(rows.length - 1), noId, fc.boolean(), async (nth, value, hasLost) => {
          const roster = new Roster()
          const place = { at: 1, begins: true, completes: true, sweepsUntilGone: 1 } as const
          roster.apply('scope', { ...(await ask(rows)), ...place })
          const answer = mutated({ nth, place: [idField], value }).slice(0, hasLost ? nth + 1 : rows.length)
          if (answer.length === 1) return
          const { sessions, unsure, unreadable } = await ask(answer)
          const then = roster.apply('scope', { sessions, unsure, ...place })
          expect(unreadable).toBe(1)
          expect(unsure).not.toBe('nobody')
          expect(then?.left ?? []).toEqual([])
          expect(roster.size).toBe(rows.length)
        }),
        { numRuns: 60 },
      ),
    )
  })
})

const infos: [ProviderId, string, Fields][] = [
  ['luaprot', 'session', fixture('luaprot/session-info.200') as Fields],
  ['luaauth', 'session', fixture('luaauth/session-info') as Fields],
  ['vsay', 'data', fixture('vsay/get-session') as Fields],
]

describe.each(infos)('the details of %s with one odd field', (id, root, info) => {
  const places = placesOf(info).filter(
    (place) =>
      !['success', 'message'].includes(place[0] ?? '') && `${place}` !== root && `${place}` !== `${root},id`,
  )

  it('are shown', async () => {
    let body: unknown = info
    await withService(
      id,
      () => ({ body }),
      async (http) => {
        const provider = services[id].create('a1', http, createFakeClock())
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...places), anything, async (place, value) => {
            body = changed(info, place, value)
            const details = await provider.details(makeSession('x'), new AbortController().signal)
            if (!details.ok) throw new Error(details.error.message)
            sessionDetailsSchema.parse(details.value)
          }),
          { numRuns: 200 },
        )
      },
    )
  })
})
