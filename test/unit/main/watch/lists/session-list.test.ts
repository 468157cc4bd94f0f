import { describe, expect, it, vi } from 'vitest'
import { RosterMemory } from '../../../../../src/main/watch/lists/roster-memory'
import { SessionList } from '../../../../../src/main/watch/lists/session-list'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import type { Criteria } from '../../../../../src/shared/list/criteria'
import { tintMs } from '../../../../../src/shared/list/window'
import type { Session } from '../../../../../src/shared/session'
import { createFakeClock } from '../../../../harness/fake-clock'
import { bareSession, scopeHealth } from '../../../../harness/roster-rows'

const criteria: Criteria = {
  query: '',
  place: null,
  related: null,
  filters: {},
  sort: { column: 'user', direction: 'ascending' },
}

const person = (name: string): Session => ({ ...bareSession('a', 'luaprot', name), userName: name })

/** A list over a roster that holds these people. */
function listOf(...names: readonly string[]) {
  const clock = createFakeClock()
  const roster = new Roster()
  const memory = new RosterMemory(clock)
  let online = [...names]
  const heartbeat = () =>
    roster.apply('a/hub:1', {
      sessions: online.map(person),
      at: clock.now(),
      begins: true,
      completes: true,
      sweepsUntilGone: 1,
    })
  heartbeat()
  const watched = { now: true }
  const health = { state: 'live' as 'live' | 'late', answered: true }
  const sources = {
    clock,
    memory,
    row: (key: string) => roster.get(key),
    rows: () => roster.rows(),
    readContext: () => ({
      accountLabels: new Map(),
      scriptNames: new Map(),
      scopes: new Map([
        ['a/hub:1', scopeHealth({ state: health.state, lastSuccessAt: health.answered ? 1_000 : null })],
      ]),
      now: clock.now(),
    }),
  }
  const moved = vi.fn()
  const list = new SessionList(sources, criteria, moved)
  moved.mockClear()
  return {
    clock,
    list,
    moved,
    health,
    watched,
    names: () => list.snapshot.keys.map((key) => key.slice(2)),
    hold: () => list.hold(list.snapshot.revision),
    patch(arriving: readonly string[], leaving: readonly string[] = []) {
      online = [...online.filter((name) => !leaving.includes(name)), ...arriving]
      const change = heartbeat()
      if (!change) return
      const { upserts, removes } = change.patch
      const arrivals = memory.changed(change, watched.now)
      list.rosterChanged({ upserts, removes, arrivals })
    },
  }
}

describe('while nobody is on it', () => {
  it('shows an arrival at once and tints it for two seconds', async () => {
    const { clock, list, names, patch } = listOf('bob')
    patch(['ann'])
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.tintedMs('a:ann')).toBe(clock.monotonicMs())
    expect(list.tintedMs('a:bob')).toBeNull()
    await clock.advance(tintMs)
    expect(list.tintedMs('a:ann')).toBeNull()
  })

  it('does not keep the first rows waiting', () => {
    const { list, names, patch } = listOf()
    list.contextChanged()
    patch(['ann'])
    expect(names()).toEqual(['ann'])
  })

  it('settles before it moves again', async () => {
    const { clock, moved, names, patch } = listOf('bob')
    patch(['ann'])
    await clock.advance(0)
    patch(['cid'])
    patch(['dan'])
    expect(names()).toEqual(['ann', 'bob'])
    expect(moved).toHaveBeenCalledTimes(1)
    await clock.advance(250)
    expect(names()).toEqual(['ann', 'bob', 'cid', 'dan'])
    expect(moved).toHaveBeenCalledTimes(2)
  })

  it('keeps nobody waiting for what moved no row', async () => {
    const { clock, list, names, patch } = listOf('bob')
    await clock.advance(1_000)
    list.contextChanged()
    patch(['ann'])
    expect(names()).toEqual(['ann', 'bob'])
  })

  it('lets a departed row fade, does not count it, and then drops it', async () => {
    const { clock, list, names, patch } = listOf('ann', 'bob')
    patch([], ['ann'])
    await clock.advance(0)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.matched).toBe(1)
    await clock.advance(1_500)
    expect(names()).toEqual(['bob'])
    expect(clock.pending()).toBe(0)
  })

  it('lets those who left together go together, however the time of a real clock passes', async () => {
    const { clock, moved, names, patch } = listOf('ann', 'bob', 'cem', 'dan')
    const { monotonicMs, schedule } = clock
    let passed = 0
    clock.monotonicMs = () => {
      passed += 0.3
      return monotonicMs() + passed
    }
    clock.schedule = (ms, run) => schedule(Math.trunc(ms), run)
    patch([], ['ann', 'bob', 'cem'])
    await clock.advance(400)
    moved.mockClear()
    await clock.advance(1_200)
    expect(names()).toEqual(['dan'])
    expect(moved).toHaveBeenCalledTimes(1)
  })

  it('goes on when the wall clock is set back', async () => {
    const { clock, names, patch } = listOf('bob')
    patch(['ann'])
    clock.jump(-7_200_000)
    patch(['cid'], ['bob'])
    await clock.advance(250)
    expect(names()).toEqual(['ann', 'bob', 'cid'])
    await clock.advance(1_500)
    expect(names()).toEqual(['ann', 'cid'])
  })

  it('keeps a row that comes back before it is gone', async () => {
    const { clock, list, names, patch } = listOf('ann')
    patch([], ['ann'])
    patch(['ann'])
    await clock.advance(5_000)
    expect(names()).toEqual(['ann'])
    expect(list.snapshot.matched).toBe(1)
  })
})

describe('while the person is on it', () => {
  it('stands still: arrivals wait and are counted, departed rows stay', async () => {
    const { clock, list, names, patch, hold } = listOf('bob', 'cid')
    hold()
    patch(['ann', 'dan'], ['bob'])
    await clock.advance(5_000)
    expect(names()).toEqual(['bob', 'cid'])
    expect(list.snapshot).toMatchObject({ waiting: 2, matched: 3, reached: 1 })
  })

  it('stands as the person saw it when it moved on its way to them', async () => {
    const { clock, list, names, patch } = listOf('bob')
    const { revision } = list.snapshot
    patch(['ann'])
    expect(names()).toEqual(['ann', 'bob'])
    list.hold(revision)
    expect(names()).toEqual(['bob'])
    expect(list.snapshot).toMatchObject({ waiting: 1, reached: 1 })
    await clock.advance(5_000)
    expect(names()).toEqual(['bob'])
    list.release()
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.reached).toBe(2)
  })

  it('remembers the orders of a moment ago, and no older ones', async () => {
    const { clock, list, patch } = listOf('bob')
    const first = list.snapshot.revision
    patch(['ann'])
    expect(list.order(first)).toEqual(['a:bob'])
    for (let more = 0; more < 10; more++) {
      await clock.advance(1_000)
      patch([`cid-${more}`])
    }
    expect(list.order(first)).toBeUndefined()
    expect(list.order(list.snapshot.revision)).toBe(list.snapshot.keys)
  })

  it('takes in the first answer of a scope, and no later one', async () => {
    const { clock, health, list, names, patch, hold } = listOf('bob')
    hold()
    health.answered = false
    list.contextChanged()
    await clock.advance(250)
    patch(['ann'])
    // The rows come first; that their scope has answered is heard a moment later.
    health.answered = true
    list.contextChanged()
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    patch(['cid'])
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.waiting).toBe(1)
  })

  it('keeps those under the pointer whom nobody watches any more, and drops them without a word else', async () => {
    const { clock, list, names, patch, watched, hold } = listOf('ann', 'bob', 'eve')
    watched.now = false
    hold()
    patch([], ['bob'])
    await clock.advance(300)
    expect(names()).toEqual(['ann', 'bob', 'eve'])
    list.release()
    expect(names()).toEqual(['ann', 'eve'])
    patch([], ['eve'])
    await clock.advance(300)
    expect(names()).toEqual(['ann'])
  })

  it('merges when the person leaves, and tints who waited then', async () => {
    const { clock, list, names, patch, hold } = listOf('bob', 'cid')
    hold()
    patch(['ann'], ['bob'])
    await clock.advance(5_000)
    list.release()
    expect(names()).toEqual(['ann', 'cid'])
    expect(list.snapshot.waiting).toBe(0)
    expect(list.tintedMs('a:ann')).toBe(clock.monotonicMs())
  })

  it('shows who waits when asked and goes on standing still', async () => {
    const { clock, list, names, patch, hold } = listOf('bob')
    hold()
    patch(['ann'])
    await clock.advance(0)
    list.showWaiting()
    expect(names()).toEqual(['ann', 'bob'])
    patch(['cid'])
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.waiting).toBe(1)
  })

  it('still knows the order on screen after a search that changes nothing', () => {
    const { list } = listOf('ann')
    list.ask({ ...criteria, query: 'an' })
    expect(list.order(list.snapshot.revision)).toEqual(['a:ann'])
  })

  it('answers a search at once', () => {
    const { hold, list, names } = listOf('ann', 'bob')
    hold()
    list.ask({ ...criteria, query: 'bo' })
    expect(names()).toEqual(['bob'])
    expect(list.snapshot.matched).toBe(1)
  })
})

it('follows health where a filter asks for it', async () => {
  const { clock, health, list, names } = listOf('ann')
  list.ask({ ...criteria, filters: { state: { kind: 'choice', chosen: ['stale'] } } })
  expect(names()).toEqual([])
  health.state = 'late'
  list.contextChanged()
  await clock.advance(250)
  expect(names()).toEqual(['ann'])
})

it('plans nothing after it was stopped', () => {
  const { clock, list, patch } = listOf('ann')
  patch([], ['ann'])
  list.stop()
  expect(clock.pending()).toBe(0)
})
