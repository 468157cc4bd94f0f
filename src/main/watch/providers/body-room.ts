/** A room is made so much larger than what is to go into it, since the next body may be longer by a few bytes. */
const slack = 1 / 8
/** A body fills at least this part of its room, or gets another one. */
const leastFilled = 1 / 2
/** Bytes of a room for a body of unknown length. */
const usualBytes = 16 * 1024
/** Bytes that a body is believed to have before they are there. */
const mostBelieved = 16 * 1024 * 1024

/**
 * Where the bodies of a list that is asked for again and again are read into. Room for megabytes costs more to make and to
 * collect than the body to read: so that of a body which nobody needs any more is used again. Whoever has borrowed a room
 * is the only one who writes there; one that is never given back is merely collected.
 */
export class BodyRoom {
  /** All that were made here: nothing else of the process lies in them. */
  readonly #own = new WeakSet<ArrayBufferLike>()
  #spare: Buffer | null = null

  /** Bytes that are kept for the next body. */
  get bytes(): number {
    return this.#spare?.length ?? 0
  }

  /** Bytes that a body keeps from being collected. */
  bytesOf(body: Buffer): number {
    return this.#own.has(body.buffer) ? body.buffer.byteLength : body.length
  }

  /** Room for at least so many bytes, and not for many more. It holds whatever was there before. */
  borrow(bytes: number): Buffer {
    const spare = this.#spare
    if (spare && spare.length >= bytes && bytes >= spare.length * leastFilled) {
      this.#spare = null
      return spare
    }
    // Not of the pool that small buffers of the whole process share.
    const room = Buffer.allocUnsafeSlow(Math.ceil(bytes * (1 + slack)))
    this.#own.add(room.buffer)
    return room
  }

  /** Takes the room of a body that nobody reads any more; one that is not from here is left alone. */
  giveBack(body: Buffer): void {
    if (this.#own.has(body.buffer)) this.#spare = Buffer.from(body.buffer)
  }
}

/** A body of which the parts come in one after another. */
export class IncomingBody {
  readonly #room: BodyRoom
  #bytes: Buffer
  #filled = 0

  /** `declared`: bytes that it is said to have; 0 where nobody says. Any number may follow. */
  constructor(room: BodyRoom, declared: number) {
    this.#room = room
    this.#bytes = room.borrow(declared > 0 ? Math.min(declared, mostBelieved) : usualBytes)
  }

  get length(): number {
    return this.#filled
  }

  add(part: Buffer): void {
    const needed = this.#filled + part.length
    if (needed > this.#bytes.length) this.#move(Math.max(needed, 2 * this.#bytes.length))
    part.copy(this.#bytes, this.#filled)
    this.#filled = needed
  }

  /** The body, when all of it is there. */
  whole(): Buffer {
    if (this.#filled < this.#bytes.length * leastFilled) this.#move(this.#filled)
    return this.#bytes.subarray(0, this.#filled)
  }

  #move(bytes: number): void {
    const other = this.#room.borrow(bytes)
    this.#bytes.copy(other, 0, 0, this.#filled)
    this.#bytes = other
  }
}
