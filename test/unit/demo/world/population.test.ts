import { describe, expect, it, vi } from 'vitest'
import { startChurn } from '../../../../src/demo/world/churn'
import { type Person, Players } from '../../../../src/demo/world/people'
import { Population, populate, type Visit } from '../../../../src/demo/world/population'
import { Prng } from '../../../../src/demo/world/prng'
import { ManualClock } from '../manual-clock'

function crowd({ seed = 1, count = 0, removalDelayMs = 0, clock = new ManualClock() } = {}) {
  const prng = new Prng(seed)
  const onGone = vi.fn()
  const seeds = {
    clock,
    people: new Players(prng.fork('people'), clock.now()),
    visit: (person: Person, createdAtMs: number): Visit => ({ id: prng.digits(20), person, createdAtMs }),
  }
  const population = new Population({ ...seeds, removalDelayMs: () => removalDelayMs, onGone })
  populate(population, seeds, count, prng)
  return { clock, population, onGone, prng }
}

/** The ids after each of many small steps in time. */
function story(seed: number): string[] {
  const { clock, population } = crowd({ seed, count: 20 })
  const stop = startChurn(population, { clock, prng: new Prng(seed), target: 20, meanGapMs: 1000 })
  const chapters: string[] = []
  for (let step = 0; step < 60; step++) {
    clock.advance(2000)
    chapters.push(
      population
        .all()
        .map((visit) => visit.id)
        .join(),
    )
  }
  stop()
  return chapters
}

describe('population', () => {
  it('lists a disconnected visit until its delay is over, and no longer for being disconnected twice', () => {
    const { clock, population, onGone } = crowd({ count: 3, removalDelayMs: 8000 })
    const [visit] = population.all()
    const id = visit?.id ?? ''

    expect(population.disconnect(id)).toBe(true)
    clock.advance(7000)
    expect(population.disconnect(id)).toBe(true)
    expect(population.get(id)).toBeDefined()
    expect(population.active().map((other) => other.id)).not.toContain(id)
    clock.advance(1000)
    expect(population.get(id)).toBeUndefined()
    expect(onGone).toHaveBeenCalledExactlyOnceWith(visit)
    expect(population.disconnect(id)).toBe(false)
  })

  it('lets the person with a handle come back with the same key and another session', () => {
    const { population } = crowd()
    const first = population.arrive('wompus_dompus')
    population.leave(first.id)
    const second = population.arrive('wompus_dompus')
    expect(second.person).toBe(first.person)
    expect(second.id).not.toBe(first.id)
    expect(population.comeBack()).toBeUndefined()
  })

  it('answers as if empty while concealed, and changes its revision with every change of a list', () => {
    const { population } = crowd({ count: 2 })
    const before = population.revision
    population.conceal(true)
    expect(population.all()).toEqual([])
    population.conceal(false)
    expect(population.all()).toHaveLength(2)
    expect(population.revision).toBe(before + 2)
  })

  it('chooses distinct visits that are free to go', () => {
    const { population, prng } = crowd({ count: 10, removalDelayMs: 1000 })
    const [first, ...others] = population.all()
    population.disconnect(first?.id ?? '')
    population.admit({ ...population.arrive(), id: 'pinned', pinned: true })
    const chosen = population.some(100, prng)
    expect(new Set(chosen).size).toBe(chosen.length)
    expect(chosen).toHaveLength(others.length + 1)
    expect(chosen).not.toContain(first?.id)
    expect(chosen).not.toContain('pinned')
  })
})

describe('people', () => {
  it('gives everybody a handle of their own, apart from those without one', () => {
    const { population } = crowd({ count: 3000 })
    const handles = population.all().map((visit) => visit.person.handle)
    expect(handles.filter((handle) => handle === null)).toHaveLength(1)
    expect(new Set(handles).size).toBe(3000)
  })

  it('makes ids that a JavaScript number cannot hold', () => {
    const { population } = crowd({ count: 100 })
    for (const { id } of population.all()) {
      expect(id).toMatch(/^[1-9]\d{19}$/)
      expect(BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
    }
  })
})

describe('churn', () => {
  it('tells the same story for the same seed and another one for another seed', () => {
    expect(story(7)).toEqual(story(7))
    expect(story(7)).not.toEqual(story(8))
  })

  it('moves around its target and stops when told', () => {
    const { clock, population } = crowd({ count: 20 })
    const stop = startChurn(population, { clock, prng: new Prng(3), target: 20, meanGapMs: 1000 })
    const start = population.revision
    for (let minute = 0; minute < 30; minute++) {
      clock.advance(60_000)
      expect(population.size).toBeGreaterThan(5)
      expect(population.size).toBeLessThan(40)
    }
    expect(population.revision).toBeGreaterThan(start + 500)
    stop()
    const end = population.revision
    clock.advance(600_000)
    expect(population.revision).toBe(end)
  })

  it('brings somebody back now and then', () => {
    const { clock, population } = crowd({ count: 20 })
    const visitsOf = new Map<Person, Set<string>>()
    startChurn(population, { clock, prng: new Prng(3), target: 20, meanGapMs: 1000 })
    for (let second = 0; second < 300; second++) {
      clock.advance(1000)
      for (const { id, person } of population.all()) {
        visitsOf.set(person, (visitsOf.get(person) ?? new Set()).add(id))
      }
    }
    expect([...visitsOf.values()].some((ids) => ids.size > 1)).toBe(true)
  })
})

describe('prng', () => {
  it('forks independently of how often its siblings were used', () => {
    const used = new Prng(1)
    const fork = used.fork('a')
    fork.next()
    expect(used.fork('b').next()).toBe(new Prng(1).fork('b').next())
    expect(used.fork('a').next()).not.toBe(used.fork('b').next())
  })
})
