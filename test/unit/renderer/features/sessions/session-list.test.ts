import { describe, expect, it, vi } from 'vitest'
import { longList, SessionList, tintMs } from '../../../../../src/renderer/features/sessions/session-list'
import { RosterReplica } from '../../../../../src/renderer/stores/roster-replica'
import type { Criteria } from '../../../../../src/shared/list/criteria'
import { encodePatch } from '../../../../../src/shared/replica'
import type { RosterRow } from '../../../../../src/shared/session'
import { createFakeClock } from '../../../../harness/fake-clock'
import { rosterRow, scopeHealth } from '../../../../harness/roster-rows'

const criteria: Criteria = {
  query: '',
  place: null,
  related: null,
  filters: {},
  sort: { column: 'user', direction: 'ascending' },
}

const person = (name: string): RosterRow => rosterRow(name, { userName: name })

/** A list over a roster that holds these people. */
function listOf(...names: readonly string[]) {
  const clock = createFakeClock()
  const watched = { now: true }
  const roster = new RosterReplica(
    () => undefined,
    clock,
    () => watched.now,
  )
  let revision = 1
  const bytes = new TextEncoder().encode(JSON.stringify(names.map(person)))
  roster.chunk({ revision, index: 0, total: 1, bytes })
  const wishes = { current: criteria }
  const health = { state: 'live' as 'live' | 'late', answered: true }
  const list = new SessionList({
    roster,
    readCriteria: () => wishes.current,
    readContext: () => ({
      accountLabels: new Map(),
      scriptNames: new Map(),
      scopes: new Map([
        ['a/hub:1', scopeHealth({ state: health.state, lastSuccessAt: health.answered ? 1_000 : null })],
      ]),
      now: clock.now(),
    }),
    clock,
  })
  roster.subscribe((change) => list.rosterChanged(change))
  return {
    clock,
    list,
    wishes,
    health,
    watched,
    names: () => list.snapshot.keys.map((key) => key.slice(2)),
    patch(arriving: readonly string[], leaving: readonly string[] = []) {
      const removes = leaving.map((name) => `a:${name}`)
      roster.patch(encodePatch({ from: revision, to: revision + 1, upserts: arriving.map(person), removes }))
      revision += 1
    },
  }
}

describe('while nobody is on it', () => {
  it('shows an arrival at once and tints it for two seconds', async () => {
    const { clock, list, names, patch } = listOf('bob')
    patch(['ann'])
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.tintedAt('a:ann')).toBe(clock.monotonicMs())
    expect(list.tintedAt('a:bob')).toBeNull()
    await clock.advance(tintMs)
    expect(list.tintedAt('a:ann')).toBeNull()
  })

  it('lets the task of a patch end before it orders a long list', async () => {
    const many = Array.from({ length: longList + 1 }, (_, index) => `zoe-${index}`)
    const { clock, names, patch } = listOf(...many)
    patch(['ann'])
    expect(names()).toHaveLength(many.length)
    await clock.advance(0)
    expect(names()[0]).toBe('ann')
  })

  it('does not keep the first rows waiting', () => {
    const { list, names, patch } = listOf()
    list.contextChanged()
    patch(['ann'])
    expect(names()).toEqual(['ann'])
  })

  it('settles before it moves again', async () => {
    const { clock, list, names, patch } = listOf('bob')
    const moved = vi.fn()
    list.subscribe(moved)
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
    const { clock, list, names, patch } = listOf('bob', 'cid')
    list.setHeld('list', true)
    patch(['ann', 'dan'], ['bob'])
    await clock.advance(5_000)
    expect(names()).toEqual(['bob', 'cid'])
    expect(list.snapshot).toMatchObject({ waiting: 2, matched: 3, reached: 1 })
  })

  it('stands still until the last of those who hold it lets go', async () => {
    const { clock, list, names, patch } = listOf('bob')
    list.setHeld('list', true)
    list.setHeld('shown menu', true)
    list.setHeld('list', false)
    patch(['ann'])
    await clock.advance(5_000)
    expect(names()).toEqual(['bob'])
    expect(list.snapshot).toMatchObject({ waiting: 1, reached: 1 })
    list.setHeld('shown menu', false)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.reached).toBe(2)
  })

  it('takes in the first answer of a scope, and no later one', async () => {
    const { clock, health, list, names, patch } = listOf('bob')
    list.setHeld('list', true)
    health.answered = false
    patch(['ann'])
    // The rows come first; that their scope has answered is heard a moment later.
    health.answered = true
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    patch(['cid'])
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.waiting).toBe(1)
  })

  it('keeps those under the pointer whom nobody watches any more, and drops them without a word else', async () => {
    const { clock, list, names, patch, watched } = listOf('ann', 'bob', 'eve')
    watched.now = false
    list.setHeld('list', true)
    patch([], ['bob'])
    await clock.advance(300)
    expect(names()).toEqual(['ann', 'bob', 'eve'])
    list.setHeld('list', false)
    expect(names()).toEqual(['ann', 'eve'])
    patch([], ['eve'])
    await clock.advance(300)
    expect(names()).toEqual(['ann'])
  })

  it('merges when the person leaves, and tints who waited then', async () => {
    const { clock, list, names, patch } = listOf('bob', 'cid')
    list.setHeld('list', true)
    patch(['ann'], ['bob'])
    await clock.advance(5_000)
    list.setHeld('list', false)
    expect(names()).toEqual(['ann', 'cid'])
    expect(list.snapshot.waiting).toBe(0)
    expect(list.tintedAt('a:ann')).toBe(clock.monotonicMs())
  })

  it('shows who waits when asked and goes on standing still', async () => {
    const { clock, list, names, patch } = listOf('bob')
    list.setHeld('list', true)
    patch(['ann'])
    await clock.advance(0)
    list.showWaiting()
    expect(names()).toEqual(['ann', 'bob'])
    patch(['cid'])
    await clock.advance(1_000)
    expect(names()).toEqual(['ann', 'bob'])
    expect(list.snapshot.waiting).toBe(1)
  })

  it('answers a search at once', () => {
    const { list, names, wishes } = listOf('ann', 'bob')
    list.setHeld('list', true)
    wishes.current = { ...criteria, query: 'bo' }
    list.criteriaChanged()
    expect(names()).toEqual(['bob'])
    expect(list.snapshot.matched).toBe(1)
  })
})

it('follows health where a filter asks for it', async () => {
  const { clock, health, list, names, wishes } = listOf('ann')
  wishes.current = { ...criteria, filters: { state: { kind: 'choice', chosen: ['stale'] } } }
  list.criteriaChanged()
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
