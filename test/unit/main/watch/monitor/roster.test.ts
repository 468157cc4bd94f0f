import { describe, expect, it } from 'vitest'
import { type Listed, mostListed, Roster } from '../../../../../src/main/watch/monitor/roster'
import { type Session, sessionSchema } from '../../../../../src/shared/session'
import { makeSession } from '../fakes'

const key = (id: string) => `a1:${id}`

function setUp() {
  const roster = new Roster()
  let at = 0
  return {
    roster,
    ids: () => Array.from(roster.rows(), (row) => row.id).sort(),
    /** One complete sweep in one answer. */
    sweep: (scope: string, sessions: Session[], sweepsUntilGone: 1 | 2 = 1) =>
      roster.apply(scope, { sessions, at: ++at, begins: true, completes: true, sweepsUntilGone }),
    part: (scope: string, sessions: Session[], place: Pick<Listed, 'begins' | 'completes' | 'unsure'>) =>
      roster.apply(scope, { sessions, at: ++at, sweepsUntilGone: 1, ...place }),
  }
}

const [one, two, three] = ['1', '2', '3'].map((id) => makeSession(id)) as [Session, Session, Session]

describe('roster', () => {
  it('answers with a patch that holds what changed, and who came and went', () => {
    const { sweep } = setUp()
    sweep('A', [one, two])
    const change = sweep('A', [{ ...two, status: 'idle' }, three])
    expect(change?.patch.removes).toEqual([key('1')])
    expect(change?.patch.upserts.map((row) => [row.id, row.status])).toEqual([
      ['2', 'idle'],
      ['3', null],
    ])
    expect(change?.arrived.map((row) => row.id)).toEqual(['3'])
    expect(change?.left.map((row) => row.id)).toEqual(['1'])
  })

  it('says nothing and keeps its rows when nothing changed', () => {
    const { roster, sweep } = setUp()
    sweep('A', [one])
    const before = roster.get(key('1'))
    expect(sweep('A', [{ ...one }])).toBeNull()
    expect(roster.get(key('1'))).toBe(before)
  })

  const told = Object.keys(sessionSchema.unwrap().shape).filter(
    (field) => !['key', 'accountId', 'provider', 'id'].includes(field),
  )
  it.each(told)('notices a change of %s alone', (field) => {
    const { sweep } = setUp()
    sweep('A', [one])
    expect(sweep('A', [{ ...one, [field]: 7 }])?.patch.upserts).toMatchObject([{ [field]: 7 }])
  })

  describe('an id that the service gave to somebody else', () => {
    const alice = makeSession('7', { robloxId: '1' })
    const bob = makeSession('7', { robloxId: '2' })
    const pending = { actionId: 'x', requestedAt: 1, mayTakeMs: null }

    it('is one who left and one who came, who is not being disconnected, and a row that changed', () => {
      const { roster, sweep } = setUp()
      sweep('A', [alice])
      roster.markDisconnecting([{ key: key('7'), pending }])
      const change = sweep('A', [bob])
      expect(change?.left).toMatchObject([{ robloxId: '1', disconnecting: pending }])
      expect(change?.arrived).toMatchObject([{ robloxId: '2', disconnecting: null }])
      expect(change?.patch).toMatchObject({ upserts: [{ robloxId: '2', disconnecting: null }], removes: [] })
      expect(sweep('A', [bob])).toBeNull()
    })

    it('is taken from scopes that still know the first, and kept by those that know the other', () => {
      const { roster, sweep, ids } = setUp()
      sweep('A', [alice])
      sweep('B', [alice])
      sweep('A', [bob])
      expect(roster.get(key('7'))).toMatchObject({ robloxId: '2', scopes: ['A'] })
      sweep('B', [bob])
      sweep('A', [])
      expect(roster.get(key('7'))).toMatchObject({ robloxId: '2', scopes: ['B'] })
      sweep('B', [])
      expect(ids()).toEqual([])
    })

    it('is listed anew by a scope that it was taken from and that goes on saying the same', () => {
      const { roster, sweep } = setUp()
      sweep('A', [one, alice])
      sweep('B', [one, alice])
      sweep('A', [one, bob])
      expect(roster.countOf('B')).toBe(1)
      sweep('B', [one, alice])
      expect(roster.countOf('B')).toBe(2)
      expect(roster.get(key('7'))?.scopes).toEqual(['A', 'B'])
    })

    it('is not one that is listed twice at once, nor one of which less is said', () => {
      const { sweep } = setUp()
      sweep('A', [alice])
      expect(sweep('A', [alice, bob])?.arrived).toEqual([])
      expect(sweep('A', [makeSession('7')])?.arrived).toEqual([])
    })

    it.each([
      [{ userId: 'u1', userName: 'Jo' }, { userId: 'u1', userName: 'Joanna' }, false],
      [{ userName: 'Jo' }, { userName: 'Bob' }, true],
      [{ userKey: 'k1' }, { userKey: 'k2' }, true],
      [{ robloxId: '1', userKey: 'k1' }, { robloxId: '1', userKey: 'k2' }, false],
      [{ userName: 'Jo', jobId: '1' }, { userName: 'Jo', jobId: '2' }, false],
    ] as const)('%j, then %j: %s', (before, after, other) => {
      const { sweep } = setUp()
      sweep('A', [makeSession('7', before)])
      expect(sweep('A', [makeSession('7', after)])?.arrived).toHaveLength(other ? 1 : 0)
    })
  })

  it('counts a session in two scopes once and keeps it until neither lists it', () => {
    const { roster, sweep, ids } = setUp()
    sweep('A', [one])
    expect(sweep('B', [one])?.arrived).toEqual([])
    expect(roster.size).toBe(1)
    expect(roster.get(key('1'))?.scopes).toEqual(['A', 'B'])
    expect(sweep('A', [])?.left).toEqual([])
    expect(roster.get(key('1'))?.scopes).toEqual(['B'])
    sweep('B', [])
    expect(ids()).toEqual([])
  })

  it('lists a session twice in one answer once', () => {
    const { roster, sweep } = setUp()
    sweep('A', [one, { ...one, status: 'later' }])
    expect(roster.size).toBe(1)
    expect(roster.get(key('1'))?.status).toBe('later')
  })

  it('removes nobody before a sweep is complete', () => {
    const { part, sweep, ids } = setUp()
    sweep('A', [one, two, three])
    part('A', [one], { begins: true, completes: false })
    expect(ids()).toEqual(['1', '2', '3'])
    part('A', [two], { begins: false, completes: true })
    expect(ids()).toEqual(['1', '2'])
  })

  it('does not count what an unfinished sweep listed towards the next one', () => {
    const { part, sweep, ids } = setUp()
    sweep('A', [one, two])
    part('A', [one], { begins: true, completes: false })
    part('A', [two], { begins: true, completes: true })
    expect(ids()).toEqual(['2'])
  })

  it('needs two complete sweeps where pages shift, and says since when a row was missed', () => {
    const { roster, sweep, ids } = setUp()
    sweep('A', [one, two], 2)
    expect(sweep('A', [two], 2)?.patch.upserts.map((row) => [row.id, row.missedSince])).toEqual([['1', 1]])
    expect(ids()).toEqual(['1', '2'])
    sweep('A', [one, two], 2)
    expect(roster.get(key('1'))?.missedSince).toBeNull()
    sweep('A', [two], 2)
    sweep('A', [two], 2)
    expect(ids()).toEqual(['2'])
  })

  it('counts nobody as missed of whom an answer cannot tell, but says since when they are not seen', () => {
    const { roster, part, ids } = setUp()
    const there = { ...one, scriptId: 's' }
    const elsewhere = { ...two, scriptId: 't' }
    const whole = { begins: true, completes: true }
    part('A', [there, elsewhere], whole)
    for (let beat = 0; beat < 5; beat += 1) part('A', [], { ...whole, unsure: 'everybody' })
    expect(ids()).toEqual(['1', '2'])
    expect([...roster.rows()].map(({ missedSince }) => missedSince)).toEqual([1, 1])
    part('A', [], { ...whole, unsure: new Set(['s']) })
    expect(ids()).toEqual(['1'])
    part('A', [there], { ...whole, unsure: 'everybody' })
    expect(roster.get(key('1'))?.missedSince).toBeNull()
    expect(part('A', [], whole)?.patch.removes).toEqual([key('1')])
  })

  it('holds no more than so many of one scope', () => {
    const { roster, part } = setUp()
    const many = (from: number) =>
      Array.from({ length: mostListed / 2 + 10 }, (_, index) => ({
        ...one,
        id: `${from + index}`,
        key: key(`${from + index}`),
      }))
    part('A', many(0), { begins: true, completes: true, unsure: 'everybody' })
    part('A', many(1_000_000), { begins: true, completes: true, unsure: 'everybody' })
    expect([roster.size, roster.countOf('A')]).toEqual([mostListed, mostListed])
    part('A', many(0), { begins: true, completes: true })
    expect(roster.size).toBe(mostListed / 2 + 10)
  })

  it('does not call a row missed while another scope lists it', () => {
    const { roster, sweep } = setUp()
    sweep('A', [one], 2)
    sweep('B', [one], 2)
    sweep('A', [], 2)
    expect(roster.get(key('1'))?.missedSince).toBeNull()
  })

  it('keeps what another scope knows, and takes the newest word where both know', () => {
    const { roster, sweep } = setUp()
    sweep('A', [{ ...one, userName: 'wompus', status: 'active' }])
    sweep('B', [{ ...one, status: 'idle' }])
    expect(roster.get(key('1'))).toMatchObject({ userName: 'wompus', status: 'idle' })
    sweep('A', [{ ...one, userName: 'wompus', status: 'active' }])
    expect(roster.get(key('1'))).toMatchObject({ userName: 'wompus', status: 'active' })
  })

  it('forgets what only a scope knew that no longer lists the session', () => {
    const { roster, sweep } = setUp()
    sweep('A', [{ ...one, userName: 'wompus' }])
    sweep('B', [one])
    sweep('A', [])
    expect(roster.get(key('1'))?.userName).toBeNull()
  })

  it('takes back a field that its only scope no longer gives', () => {
    const { roster, sweep } = setUp()
    sweep('A', [{ ...one, userName: 'wompus' }])
    sweep('A', [one])
    expect(roster.get(key('1'))?.userName).toBeNull()
  })

  it('drops a scope with the rows that only it listed', () => {
    const { roster, sweep, ids } = setUp()
    sweep('A', [one, two])
    sweep('B', [two])
    expect(roster.dropScope('A')?.patch.removes).toEqual([key('1')])
    expect(ids()).toEqual(['2'])
    expect(roster.countOf('A')).toBe(0)
    expect(roster.dropScope('A')).toBeNull()
  })

  it('keeps a mark through heartbeats until it is taken off', () => {
    const { roster, sweep } = setUp()
    const pending = { actionId: 'x', requestedAt: 1, mayTakeMs: null }
    sweep('A', [one])
    expect(roster.markDisconnecting([{ key: key('1'), pending }])?.patch.upserts[0]?.disconnecting).toEqual(
      pending,
    )
    sweep('A', [{ ...one, status: 'idle' }])
    expect(roster.get(key('1'))).toMatchObject({ status: 'idle', disconnecting: pending })
    roster.markDisconnecting([{ key: key('1'), pending: null }])
    expect(roster.get(key('1'))?.disconnecting).toBeNull()
    expect(roster.markDisconnecting([{ key: key('1'), pending: null }])).toBeNull()
    expect(roster.markDisconnecting([{ key: key('9'), pending }])).toBeNull()
  })

  it('gives a session that comes back no old mark', () => {
    const { roster, sweep } = setUp()
    sweep('A', [one])
    roster.markDisconnecting([{ key: key('1'), pending: { actionId: 'x', requestedAt: 1, mayTakeMs: null } }])
    sweep('A', [])
    sweep('A', [one])
    expect(roster.get(key('1'))?.disconnecting).toBeNull()
  })
})
