import type { SessionKey } from '../../shared/session'

/** The sessions of the list's rows, as far as the window knows: those around the screen, and a few others. */
export class ShownKeys {
  /** The number of their order; every order has its own. */
  readonly revision: number
  /** All rows. */
  readonly length: number
  readonly #from: number
  readonly #keys: readonly SessionKey[]
  readonly #places: Readonly<Record<SessionKey, number>>
  #indexes: Map<SessionKey, number> | null = null

  /** `keys` are those from the place `from` on; `places` has the places of some others. */
  constructor(
    order: { revision: number; length: number },
    from: number,
    keys: readonly SessionKey[],
    places: Readonly<Record<SessionKey, number>>,
  ) {
    this.revision = order.revision
    this.length = order.length
    this.#from = from
    this.#keys = keys
    this.#places = places
  }

  /** The keys that are known, in order, and the place of the first. */
  get known(): { from: number; keys: readonly SessionKey[] } {
    return { from: this.#from, keys: this.#keys }
  }

  /** The session at a place; `undefined` where that is not known yet. */
  at(index: number): SessionKey | undefined {
    const key = this.#keys[index - this.#from]
    if (key !== undefined) return key
    return Object.keys(this.#places).find((each) => this.#places[each] === index)
  }

  /** The place of a session; -1 where it has none or that is not known. */
  indexOf(key: SessionKey): number {
    this.#indexes ??= new Map(this.#keys.map((each, index) => [each, index + this.#from]))
    return this.#indexes.get(key) ?? this.#places[key] ?? -1
  }

  /** Those sessions from a place to before another that are known. */
  within(from: number, to: number): readonly SessionKey[] {
    const near = this.#keys.slice(Math.max(0, from - this.#from), Math.max(0, to - this.#from))
    return [...near, ...Object.keys(this.#places).filter((key) => isBetween(this.#places[key], from, to))]
  }

  /** The sessions from a place to before another; `null` where not all of them are known. */
  slice(from: number, to: number): readonly SessionKey[] | null {
    const first = from - this.#from
    const last = to - this.#from
    return first < 0 || last > this.#keys.length ? null : this.#keys.slice(first, last)
  }
}

const isBetween = (place: number | undefined, from: number, to: number): boolean =>
  place !== undefined && place >= from && place < to

export const noKeys = new ShownKeys({ revision: 0, length: 0 }, 0, [], {})
