import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Listed, Roster } from '../../../../../src/main/watch/monitor/roster'
import type { SessionCounts } from '../../../../../src/shared/list/window'
import type { RosterRow, Session, SessionKey } from '../../../../../src/shared/session'
import { makeSession } from '../fakes'

const scopes = ['A', 'B', 'C'] as const
const ids = ['1', '2', '3', '4', '5', '6'] as const

/** What a reader with a memory gives of a session that it knows. */
const remembered = new Map<string, Session>()
const remember = (session: Session): Session => {
  const text = JSON.stringify(session)
  const known = remembered.get(text) ?? session
  remembered.set(text, known)
  return known
}

/** Few values, so that scopes agree, differ and say nothing about the same session; mostly of the very same objects. */
const session = fc
  .record({
    id: fc.constantFrom(...ids),
    isRemembered: fc.constantFrom(true, true, false),
    userName: fc.constantFrom(null, 'x', 'y'),
    scriptId: fc.constantFrom(null, 's', 't'),
    beatCount: fc.constantFrom(null, 1, 2),
  })
  .map(({ id, isRemembered, ...fields }) => {
    const session = makeSession(id, fields)
    return isRemembered ? remember(session) : session
  })

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      scope: fc.constantFrom(...scopes),
      sessions: fc.array(session, { maxLength: 6 }),
      begins: fc.boolean(),
      completes: fc.boolean(),
      unsure: fc.constantFrom('nobody' as const, 'everybody' as const, new Set(['s'])),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('drop' as const), scope: fc.constantFrom(...scopes) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      id: fc.constantFrom(...ids),
      on: fc.boolean(),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const sweepsOf = { A: 1, B: 2, C: 2 } as const

function run(roster: Roster, action: Step, at: number) {
  if (action.kind === 'drop') return roster.dropScope(action.scope)
  if (action.kind === 'mark')
    return roster.markDisconnecting([
      {
        key: `a1:${action.id}`,
        pending: action.on ? { actionId: 'x', requestedAt: at, mayTakeMs: null } : null,
      },
    ])
  const listed: Listed = { ...action, at, sweepsUntilGone: sweepsOf[action.scope] }
  return roster.apply(action.scope, listed)
}

const sorted = (rows: Iterable<RosterRow>) => [...rows].sort((a, b) => a.key.localeCompare(b.key))

/** How many rows each account and each script has, counted anew. */
function counted(rows: Iterable<RosterRow>): SessionCounts {
  const accounts: Record<string, number> = {}
  const scripts: Record<string, number> = {}
  for (const { accountId, scriptId } of rows) {
    accounts[accountId] = (accounts[accountId] ?? 0) + 1
    if (scriptId !== null)
      scripts[`${accountId}/${scriptId}`] = (scripts[`${accountId}/${scriptId}`] ?? 0) + 1
  }
  return { accounts, scripts }
}

/** Who is listed by the rules alone, as simply as they can be written. */
class Model {
  readonly #missed = new Map<string, Map<string, number>>()
  /** What each scope last said of the session's script. */
  readonly #scripts = new Map<string, string | null>()
  readonly #seen = new Map<string, Set<string>>()
  /** What each scope last called a session's user. */
  readonly #users = new Map<string, Map<string, string | null>>()

  /** Answers with the ids that went from one user to another. */
  run(action: Step): string[] {
    if (action.kind === 'mark') return []
    const { scope } = action
    if (action.kind === 'drop') {
      this.#missed.delete(scope)
      this.#seen.delete(scope)
      return []
    }
    const missed = this.#missed.get(scope) ?? new Map<string, number>()
    this.#missed.set(scope, missed)
    const seen = action.begins ? new Set<string>() : (this.#seen.get(scope) ?? new Set<string>())
    this.#seen.set(scope, seen)
    const users = this.#users.get(scope) ?? new Map<string, string | null>()
    this.#users.set(scope, users)
    const given: string[] = []
    for (const { id, userName, scriptId } of action.sessions) {
      if (missed.has(id) && !seen.has(id) && this.#differs(scope, id, userName)) {
        given.push(id)
        for (const other of scopes) if (this.#differs(other, id, userName)) this.#strike(other, id)
      }
      seen.add(id)
      missed.set(id, 0)
      users.set(id, userName)
      this.#scripts.set(`${scope} ${id}`, scriptId)
    }
    if (!action.completes) return given
    for (const [id, count] of missed) {
      if (seen.has(id) || action.unsure === 'everybody') continue
      const script = this.#scripts.get(`${scope} ${id}`) ?? null
      if (action.unsure !== 'nobody' && script !== null && action.unsure.has(script)) continue
      if (count + 1 >= sweepsOf[scope]) missed.delete(id)
      else missed.set(id, count + 1)
    }
    return given
  }

  #differs(scope: string, id: string, userName: string | null): boolean {
    const before = this.#missed.get(scope)?.has(id) ? (this.#users.get(scope)?.get(id) ?? null) : null
    return before !== null && userName !== null && before !== userName
  }

  #strike(scope: string, id: string): void {
    this.#missed.get(scope)?.delete(id)
    this.#seen.get(scope)?.delete(id)
  }

  live(): Map<string, string[]> {
    const live = new Map<string, string[]>()
    for (const scope of scopes)
      for (const id of this.#missed.get(scope)?.keys() ?? []) live.set(id, [...(live.get(id) ?? []), scope])
    return live
  }
}

const steps = fc.array(step, { maxLength: 40 })

describe('roster, for any sequence of answers, drops and marks over overlapping scopes', () => {
  it('a copy that applies the patches equals it', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const roster = new Roster()
        const copy = new Map<SessionKey, RosterRow>()
        actions.forEach((action, at) => {
          const change = run(roster, action, at)
          for (const key of change?.patch.removes ?? []) copy.delete(key)
          for (const row of change?.patch.upserts ?? []) copy.set(row.key, row)
          expect(sorted(copy.values())).toEqual(sorted(roster.rows()))
        })
      }),
    )
  })

  it('a session is there exactly while a scope lists it, with those scopes', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const roster = new Roster()
        const model = new Model()
        actions.forEach((action, at) => {
          run(roster, action, at)
          model.run(action)
          const live = new Map(sorted(roster.rows()).map((row) => [row.id, row.scopes]))
          expect(live).toEqual(new Map([...model.live()].sort(([a], [b]) => a.localeCompare(b))))
        })
      }),
    )
  })

  it('counts as many rows as there are, and another object says other numbers', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const roster = new Roster()
        actions.forEach((action, at) => {
          const before = roster.counts
          run(roster, action, at)
          const after = roster.counts
          expect(after).toEqual(counted(roster.rows()))
          if (after !== before) expect(after).not.toEqual(before)
        })
      }),
    )
  })

  it('arrivals and departures are the difference between before and after, and a patch is never empty', () => {
    fc.assert(
      fc.property(steps, (actions) => {
        const roster = new Roster()
        const model = new Model()
        actions.forEach((action, at) => {
          const given = model.run(action).map((id) => `a1:${id}`)
          const before = new Map(Array.from(roster.rows(), (row) => [row.key, row]))
          const change = run(roster, action, at)
          const after = new Map(Array.from(roster.rows(), (row) => [row.key, row]))
          const came = [...after.keys()].filter((key) => !before.has(key))
          const went = [...before.keys()].filter((key) => !after.has(key))
          const changed = [...after].filter(([key, row]) => before.get(key) !== row).map(([key]) => key)
          expect(new Set(change?.arrived.map((row) => row.key))).toEqual(new Set([...came, ...given]))
          expect(new Set(change?.left.map((row) => row.key))).toEqual(new Set([...went, ...given]))
          expect(new Set(change?.patch.upserts.map((row) => row.key))).toEqual(new Set(changed))
          expect(change === null).toBe(changed.length === 0 && went.length === 0)
        })
      }),
    )
  })
})
