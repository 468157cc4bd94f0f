/** Share of its first body by which a room is larger: the next body may be longer by a few bytes. */
const slack = 1 / 8
/** Smallest share of its room that a body fills; below it, it gets another one. */
const leastFilled = 1 / 2
/** Bytes of a room for a body of unknown length. */
const usualBytes = 16 * 1024
/** Largest declared length of a body that is believed before its bytes have arrived, bytes. */
const mostBelieved = 16 * 1024 * 1024

/**
 * Buffers for the bodies of a list that is polled. A buffer of megabytes costs more to make and to collect than the body
 * costs to read, so that the buffer of a body that is no longer needed is used again. Only its borrower writes to it; one
 * that is never given back is garbage-collected.
 */
export class BodyRoom {
  /** All that were made here: they hold nothing else of the process. */
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

  /** Room for at least `bytes` bytes, and not for many more. It still holds old content. */
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

  /** Takes back the room of a body that nobody reads any more; one that is not from here is left alone. */
  giveBack(body: Buffer): void {
    if (this.#own.has(body.buffer)) this.#spare = Buffer.from(body.buffer)
  }
}

/** A body of which the parts come in one after another. */
export class IncomingBody {
  readonly #room: BodyRoom
  #bytes: Buffer
  #filled = 0

  /** `declared`: its declared length, bytes; 0 where none was declared. Any number of bytes may follow. */
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
