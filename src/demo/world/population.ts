import type { Clock } from '../clock'
import type { People, Person } from './people'
import type { Prng } from './prng'

/** One person's stay at a service, before it is put into that service's own words. */
export interface Visit {
  readonly id: string
  readonly person: Person
  readonly createdAtMs: number
  /** True for a visit that nobody but its owner may end. */
  readonly pinned?: boolean
}

/** What churn and the control API need of a population, whatever the service. */
export interface Crowd {
  readonly size: number
  /** Lets somebody in: the person with that handle, or a new one. */
  arrive(handle?: string): Visit
  /** Readmits somebody who left earlier; undefined when nobody did. */
  comeBack(): Visit | undefined
  /** The user goes on their own: gone at once. False when there is no such visit. */
  leave(id: string): boolean
  /** Up to `count` ids, chosen by `prng`, of those who are free to go: not disconnected, not pinned. */
  some(count: number, prng: Prng): string[]
  /** While concealed, the service answers as if nobody were there. */
  conceal(concealed: boolean): void
}

interface PopulationOptions<V extends Visit> {
  clock: Clock
  people: People
  /** Puts a person's stay into the service's own fields. */
  visit(person: Person, createdAtMs: number): V
  /** How long a disconnected session stays listed, in milliseconds. */
  removalDelayMs(): number
  /** Told of every visit that ended. */
  onGone?(visit: V): void
}

const REMEMBERED_LEAVERS = 40

/** Everybody who is online at one service. `revision` changes whenever a list of it would. */
export class Population<V extends Visit> implements Crowd {
  readonly #options: PopulationOptions<V>
  readonly #visits = new Map<string, V>()
  readonly #disconnected = new Set<string>()
  readonly #leavers: Person[] = []
  #concealed = false
  #revision = 0

  constructor(options: PopulationOptions<V>) {
    this.#options = options
  }

  get revision(): number {
    return this.#revision
  }

  get size(): number {
    return this.#visits.size
  }

  /** Everybody whom the service lists, oldest arrival first: also those whose disconnect has not taken effect yet. */
  all(): V[] {
    return this.#concealed ? [] : [...this.#visits.values()]
  }

  /** Everybody who was not disconnected. */
  active(): V[] {
    return this.all().filter((visit) => !this.#disconnected.has(visit.id))
  }

  /** A listed visit. */
  get(id: string): V | undefined {
    return this.#concealed ? undefined : this.#visits.get(id)
  }

  /** The first person who passes the test, among those present and those remembered. */
  knows(test: (person: Person) => boolean): Person | undefined {
    for (const { person } of this.#visits.values()) if (test(person)) return person
    return this.#leavers.find(test)
  }

  arrive(handle?: string): V {
    return this.admit(this.#options.visit(this.#options.people.invent(handle), this.#options.clock.now()))
  }

  comeBack(): V | undefined {
    const person = this.#leavers.shift()
    return person && this.admit(this.#options.visit(person, this.#options.clock.now()))
  }

  /** Lets in a visit that was made elsewhere. */
  admit(visit: V): V {
    const remembered = this.#leavers.indexOf(visit.person)
    if (remembered >= 0) this.#leavers.splice(remembered, 1)
    this.#visits.set(visit.id, visit)
    this.#revision++
    return visit
  }

  leave(id: string): boolean {
    const visit = this.#visits.get(id)
    if (!visit) return false
    this.#visits.delete(id)
    this.#disconnected.delete(id)
    this.#leavers.push(visit.person)
    if (this.#leavers.length > REMEMBERED_LEAVERS) this.#leavers.shift()
    this.#revision++
    this.#options.onGone?.(visit)
    return true
  }

  /**
   * Disconnects a visit: it stays listed for the service's own delay. A second disconnect does not prolong that.
   * False when there is no such visit.
   */
  disconnect(id: string): boolean {
    if (!this.get(id)) return false
    if (this.#disconnected.has(id)) return true
    this.#disconnected.add(id)
    const delayMs = this.#options.removalDelayMs()
    if (delayMs <= 0) this.leave(id)
    else this.#options.clock.schedule(delayMs, () => this.leave(id))
    return true
  }

  some(count: number, prng: Prng): string[] {
    const ids = this.active().flatMap((visit) => (visit.pinned ? [] : [visit.id]))
    const chosen: string[] = []
    while (chosen.length < count && ids.length > 0) {
      const index = prng.int(0, ids.length - 1)
      chosen.push(ids[index] as string)
      ids[index] = ids[ids.length - 1] as string
      ids.pop()
    }
    return chosen
  }

  conceal(concealed: boolean): void {
    if (this.#concealed === concealed) return
    this.#concealed = concealed
    this.#revision++
  }
}

/** Fills a population with `count` visits that began at some time in the last six hours, oldest first. */
export function populate<V extends Visit>(
  population: Population<V>,
  options: Pick<PopulationOptions<V>, 'clock' | 'people' | 'visit'>,
  count: number,
  prng: Prng,
): void {
  const nowMs = options.clock.now()
  const starts = Array.from({ length: count }, () => nowMs - prng.int(5_000, 6 * 3_600_000))
  starts.sort((a, b) => a - b)
  for (const startMs of starts) population.admit(options.visit(options.people.invent(), startMs))
}
