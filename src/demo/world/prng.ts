/**
 * A small deterministic generator (mulberry32): the same seed tells the same story. Forks are independent of the order
 * in which their siblings are used, so an HTTP request that draws a number does not change who arrives next.
 */
export class Prng {
  readonly #seed: string
  #state: number

  constructor(seed: number | string) {
    this.#seed = String(seed)
    this.#state = hash(this.#seed)
  }

  /** A separate generator for one purpose. */
  fork(label: string): Prng {
    return new Prng(`${this.#seed}/${label}`)
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of the items. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('Nothing to pick from.')
    return items[this.int(0, items.length - 1)] as T
  }

  /** A decimal string of exactly `length` digits that does not begin with 0. */
  digits(length: number): string {
    let text = String(this.int(1, 9))
    while (text.length < length) text += String(this.int(0, 999_999)).padStart(6, '0')
    return text.slice(0, length)
  }

  /** A lower-case hexadecimal string of exactly `length` characters. */
  hex(length: number): string {
    let text = ''
    while (text.length < length) text += this.int(0, 0xffffff).toString(16).padStart(6, '0')
    return text.slice(0, length)
  }

  /** Looks like a version 4 UUID. */
  uuid(): string {
    const variant = this.pick(['8', '9', 'a', 'b'])
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${variant}${this.hex(3)}-${this.hex(12)}`
  }
}

/** FNV-1a, 32 bits: spreads similar labels over distant states. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value
}
