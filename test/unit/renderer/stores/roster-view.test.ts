import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Criteria } from '../../../../src/shared/list/criteria'
import type { Session } from '../../../../src/shared/session'
import { bareSession } from '../../../harness/roster-rows'
import { watchedList } from '../../../harness/watched-list'

const person = (name: string, fields: Partial<Session> = {}): Session => ({
  ...bareSession('a', 'luaprot', name),
  userName: name,
  ...fields,
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`u${String(index).padStart(4, '0')}`))

const byName: Criteria = {
  query: '',
  place: null,
  related: null,
  filters: {},
  sort: { column: 'user', direction: 'ascending' },
}

let t: ReturnType<typeof watchedList>

beforeEach(async () => {
  t = watchedList()
  t.view.setCriteria(byName)
  t.view.restart(false)
})

describe('the window', () => {
  it('says nothing before it is joined, and is loading until it is answered', async () => {
    const fresh = watchedList()
    fresh.view.setCriteria(byName)
    fresh.view.setHeld('list', true)
    await Promise.resolve()
    expect(fresh.toWatch).toEqual([])
    expect(fresh.view.summary).toEqual({ status: 'loading', total: 0 })
    fresh.view.restart(false)
    await fresh.settle()
    expect(fresh.view.summary).toEqual({ status: 'ready', total: 0 })
  })

  it('has the rows around those in sight, and lets go of the others', async () => {
    t.heartbeat(many(3_000))
    await t.settle()
    expect(t.view.list.keys.length).toBe(3_000)
    expect(t.view.row('a:u0000')).toMatchObject({ userName: 'u0000' })
    expect(t.view.row('a:u2500')).toBeUndefined()
    t.view.see(2_490, 2_520)
    await t.settle()
    expect(t.view.row('a:u2500')).toMatchObject({ userName: 'u2500' })
    expect(t.view.list.keys.at(2_500)).toBe('a:u2500')
    expect(t.view.row('a:u0000')).toBeUndefined()
  })

  it('asks for no others while those in sight are far from the edge', async () => {
    t.heartbeat(many(3_000))
    await t.settle()
    t.view.see(0, 30)
    t.view.see(20, 50)
    await Promise.resolve()
    expect(t.toWatch).toEqual([])
  })

  it('is sent only what it does not have', async () => {
    const people = many(1_000)
    t.heartbeat(people)
    await t.settle()
    t.view.see(300, 330)
    await Promise.resolve()
    t.hearWishes()
    const sent = t.toWindow.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(sent).toEqual(people.slice(200, 630).map(({ id }) => id))
    t.hearUpdates()
    await t.clock.advance(1_000)
    t.toWindow.length = 0
    t.heartbeat(people.map((each) => (each.id === 'u0350' ? { ...each, jobId: 'j' } : each)))
    expect(t.toWindow).toMatchObject([{ rows: [{ id: 'u0350', jobId: 'j' }] }])
    expect(t.toWindow[0]).not.toHaveProperty('window')
  })

  it('tells one row’s listener of that row alone', async () => {
    t.heartbeat(many(10))
    await t.settle()
    const heard = vi.fn()
    t.view.subscribeRow('a:u0001', heard)
    t.heartbeat(many(10).map((each) => (each.id === 'u0002' ? { ...each, jobId: 'j' } : each)))
    await t.settle()
    expect(heard).not.toHaveBeenCalled()
    t.heartbeat(many(10).map((each) => (each.id === 'u0001' ? { ...each, jobId: 'j' } : each)))
    await t.settle()
    expect(heard).toHaveBeenCalledTimes(1)
    expect(t.view.row('a:u0001')?.jobId).toBe('j')
  })

  it('keeps who is looked at, wherever they are, and says where', async () => {
    t.heartbeat(many(3_000))
    await t.settle()
    const stop = t.view.subscribeRow('a:u2900', () => undefined)
    t.view.pin(['a:u2900'])
    await t.settle()
    expect(t.view.row('a:u2900')).toMatchObject({ userName: 'u2900' })
    expect(t.view.list.keys.indexOf('a:u2900')).toBe(2_900)
    expect(t.view.list.keys.at(2_900)).toBe('a:u2900')
    stop()
    t.view.pin([])
    await t.settle()
    expect(t.view.row('a:u2900')).toBeUndefined()
    expect(t.view.list.keys.indexOf('a:u2900')).toBe(-1)
  })

  it('knows of somebody who is nowhere that there is nothing to say', async () => {
    await t.settle()
    t.view.subscribeRow('a:nobody', () => undefined)
    expect(t.view.isPending('a:nobody')).toBe(true)
    await t.settle()
    expect(t.view.isPending('a:nobody')).toBe(false)
  })

  it('remembers who left as they were', async () => {
    t.heartbeat(many(3))
    await t.settle()
    t.heartbeat(many(2))
    await t.settle()
    expect(t.view.row('a:u0002')).toBeUndefined()
    expect(t.view.departed('a:u0002')).toMatchObject({
      row: { userName: 'u0002' },
      leftAt: t.clock.now(),
      leftMs: t.clock.monotonicMs(),
      isWatched: true,
    })
    expect(t.view.list).toMatchObject({ matched: 2, reached: 2 })
    await t.clock.advance(2_000)
    await t.settle()
    expect(t.ids()).toEqual(['u0000', 'u0001'])
  })

  it('is told at once who is new and how many there are', async () => {
    t.heartbeat(many(10))
    await t.settle()
    await t.clock.advance(1_000)
    t.toWindow.length = 0
    t.heartbeat(many(11))
    expect(t.toWindow).toMatchObject([{ rows: [{ id: 'u0010' }], counts: { accounts: { a: 11 } } }])
    await t.clock.advance(10_000)
    expect(t.toWindow).toHaveLength(1)
  })

  it('is not told again of counts that came out the same', async () => {
    t.heartbeat(many(10))
    await t.settle()
    await t.clock.advance(10_000)
    t.toWindow.length = 0
    t.heartbeat([...many(9), person('ann')])
    await t.clock.advance(10_000)
    expect(t.toWindow.length).toBeGreaterThan(0)
    for (const update of t.toWindow) expect(update).not.toHaveProperty('counts')
    expect(t.toWindow).toHaveLength(2)
  })

  it('counts everybody once, by account and script', async () => {
    t.heartbeat([person('ann', { scriptId: 's' }), person('bob')])
    await t.settle()
    expect(t.view.counts).toEqual({ accounts: { a: 2 }, scripts: { 'a/s': 1 } })
    expect(t.view.summary.total).toBe(2)
    t.heartbeat([person('ann', { scriptId: 's' })])
    await t.settle()
    expect(t.view.counts).toEqual({ accounts: { a: 1 }, scripts: { 'a/s': 1 } })
  })

  it('tints an arrival for two seconds, also one that waited', async () => {
    await t.settle()
    t.heartbeat([person('bob')])
    await t.settle()
    await t.clock.advance(5_000)
    t.view.setHeld('list', true)
    await t.settle()
    t.heartbeat([person('ann'), person('bob')])
    await t.clock.advance(5_000)
    await t.settle()
    expect(t.view.list).toMatchObject({ waiting: 1 })
    t.view.setHeld('list', false)
    await t.settle()
    expect(t.view.tintedMs('a:ann')).toBe(t.clock.monotonicMs())
    expect(t.view.tintedMs('a:bob')).toBeNull()
    await t.clock.advance(2_000)
    expect(t.view.tintedMs('a:ann')).toBeNull()
  })
})

describe('a list that the person is on', () => {
  it('takes no move that was on its way when the pointer came', async () => {
    t.heartbeat([person('bob')])
    await t.settle()
    await t.clock.advance(1_000)
    t.heartbeat([person('ann'), person('bob')])
    expect(t.toWindow).toHaveLength(1)
    t.view.setHeld('list', true)
    t.hearUpdates()
    expect(t.ids()).toEqual(['bob'])
    await t.settle()
    expect(t.ids()).toEqual(['bob'])
    expect(t.view.list).toMatchObject({ waiting: 1, reached: 1, matched: 2 })
    t.view.setHeld('list', false)
    await t.settle()
    expect(t.ids()).toEqual(['ann', 'bob'])
    expect(t.drawn()).toMatchObject([{ userName: 'ann' }, { userName: 'bob' }])
  })

  it('is held until the last of those who hold it lets go', async () => {
    t.heartbeat([person('bob')])
    await t.settle()
    t.view.setHeld('list', true)
    t.view.setHeld('shown-menu', true)
    t.view.setHeld('list', false)
    await t.settle()
    t.heartbeat([person('ann'), person('bob')])
    await t.clock.advance(5_000)
    await t.settle()
    expect(t.ids()).toEqual(['bob'])
    t.view.setHeld('shown-menu', false)
    await t.settle()
    expect(t.ids()).toEqual(['ann', 'bob'])
  })

  it('shows what was searched for though the pointer came before the answer', async () => {
    t.heartbeat([person('ann'), person('bob')])
    await t.settle()
    t.view.setCriteria({ ...byName, query: 'bo' })
    await Promise.resolve()
    t.hearWishes()
    t.view.setHeld('list', true)
    await t.settle()
    expect(t.ids()).toEqual(['bob'])
    expect(t.drawn()).toMatchObject([{ userName: 'bob' }])
  })

  it('answers another search all the same', async () => {
    t.heartbeat([person('ann'), person('bob')])
    await t.settle()
    t.view.setHeld('list', true)
    t.view.setCriteria({ ...byName, query: 'bo' })
    await t.settle()
    expect(t.ids()).toEqual(['bob'])
  })
})

describe('another watch thread', () => {
  it('has asked nobody: who was there may still be', async () => {
    t.heartbeat([person('ann'), person('bob')])
    await t.settle()
    t.view.subscribeRow('a:ann', () => undefined)
    t.replaceThread()
    t.view.restart(true)
    expect(t.view.departed('a:ann')).toMatchObject({ isWatched: false })
    await t.settle()
    expect(t.view.row('a:ann')).toMatchObject({ userName: 'ann' })
    expect(t.ids()).toEqual(['ann', 'bob'])
  })
})

describe('whatever comes and goes while the person looks around', () => {
  const names = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 40 })
  const step = fc.oneof(
    names.map((online) => ({ kind: 'heartbeat' as const, online })),
    fc.integer({ min: 0, max: 600 }).map((ms) => ({ kind: 'time' as const, ms })),
    fc.boolean().map((held) => ({ kind: 'hold' as const, held })),
    fc.constantFrom('', '1', 'u2').map((query) => ({ kind: 'search' as const, query })),
    fc.integer({ min: 0, max: 40 }).map((place) => ({ kind: 'look' as const, place })),
    fc.constant({ kind: 'wishes' as const }),
    fc.constant({ kind: 'updates' as const }),
  )

  it('shows in the end what is there, and never moves a row under the pointer by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const now = watchedList()
        now.view.setCriteria(byName)
        now.view.restart(false)
        await now.settle()
        let isHeld = false
        let hasAsked = false
        let stops: (() => void)[] = []
        let beat = 0
        for (const one of steps) {
          const before = now.ids()
          if (one.kind === 'heartbeat')
            now.heartbeat(one.online.map((id) => person(`u${id}`, { beatCount: (beat++ * id) % 3 })))
          else if (one.kind === 'time') await now.clock.advance(one.ms)
          else if (one.kind === 'hold') {
            isHeld = one.held
            now.view.setHeld('list', one.held)
          } else if (one.kind === 'search') {
            hasAsked = true
            now.view.setCriteria({ ...byName, query: one.query })
          } else if (one.kind === 'look') {
            for (const stop of stops) stop()
            stops = [now.view.subscribeRow(`a:u${one.place}`, () => undefined)]
            now.view.pin([`a:u${one.place}`])
          } else if (one.kind === 'wishes') {
            await Promise.resolve()
            now.hearWishes()
          } else {
            now.hearUpdates()
            if (isHeld && !hasAsked && before.length > 0) expect(now.ids()).toEqual(before)
          }
          for (const row of now.drawn()) expect(row).toBeDefined()
        }
        now.view.setHeld('list', false)
        await now.settle()
        await now.clock.advance(5_000)
        await now.settle()
        const { keys } = now.list().order(now.view.list.keys.revision) ? now.view.list : { keys: null }
        expect(keys?.known.keys).toEqual(now.list().order(now.view.list.keys.revision))
        for (const key of keys?.known.keys ?? []) expect(now.view.row(key)).toEqual(now.roster.get(key))
        expect(now.view.summary.total).toBe(now.roster.size)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a stretch that is chosen', () => {
  let known: ReadonlySet<string> | null
  const everything = () => ({ revision: t.view.list.keys.revision, from: 0, to: t.view.list.keys.length })

  beforeEach(async () => {
    known = new Set()
    t.view.subscribeChosen((told) => {
      known = told
    })
    t.heartbeat(many(3_000))
    await t.settle()
  })

  it('is told wherever the window looks, however many orders come after it, and without who came later', async () => {
    t.view.choose(everything())
    await t.settle()
    for (let round = 0; round < 12; round++) {
      t.heartbeat([...many(3_000), person(`u0000-late-${round}`)])
      await t.clock.advance(1_000)
      await t.settle()
    }
    expect(t.ids()).toContain('u0000-late-11')
    expect(t.ids().filter((id) => !known?.has(`a:${id}`))).toEqual(
      t.ids().filter((id) => id.includes('late')),
    )
    t.view.see(2_490, 2_520)
    await t.settle()
    expect([known?.has('a:u2500'), known?.has('a:u0000')]).toEqual([true, false])
  })

  it('holds nobody before or after it', async () => {
    t.view.choose({ ...everything(), from: 10, to: 1_000 })
    await t.settle()
    expect([known?.has('a:u0009'), known?.has('a:u0010')]).toEqual([false, true])
    t.view.see(990, 1_010)
    await t.settle()
    expect([known?.has('a:u0999'), known?.has('a:u1000')]).toEqual([true, false])
  })

  it('knows where somebody is chosen whom the window merely follows', async () => {
    t.view.choose(everything())
    t.view.pin(['a:u2900', 'a:gone'])
    await t.settle()
    expect([known?.has('a:u2900'), known?.has('a:gone')]).toEqual([true, false])
  })

  it('is forgotten where the watch thread does not know its order, and with the thread', async () => {
    t.view.choose({ ...everything(), revision: -1 })
    await t.settle()
    expect(known).toBeNull()
    known = new Set()
    t.view.choose(everything())
    await t.settle()
    t.replaceThread()
    t.view.restart(true)
    expect(known).toBeNull()
  })

  it('stays chosen when the page merely asks anew', async () => {
    t.view.choose(everything())
    await t.settle()
    t.view.restart(false)
    await t.settle()
    expect(known?.has('a:u0000')).toBe(true)
  })
})
