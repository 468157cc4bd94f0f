const smallest = 16 * 1024

/**
 * A stretch of a byte stream, addressed by position since the stream's begin. Bytes are appended at the end and dropped
 * at the start; the memory behind them grows with the stretch and is used again, not with the stream.
 */
export class OutputLog {
  #ring = new Uint8Array(smallest)
  #start = 0
  #end = 0

  /** Position of the first byte that is still kept. */
  get start(): number {
    return this.#start
  }

  /** Position after the last byte. */
  get end(): number {
    return this.#end
  }

  /** Copies bytes to the end. */
  append(bytes: Uint8Array): void {
    const length = this.#end - this.#start + bytes.length
    if (length > this.#ring.length) this.#grow(length)
    const at = this.#end % this.#ring.length
    const before = bytes.subarray(0, this.#ring.length - at)
    this.#ring.set(before, at)
    this.#ring.set(bytes.subarray(before.length), 0)
    this.#end += bytes.length
  }

  /** A copy of the bytes between two kept positions, in a buffer of its own that may be transferred. */
  copy(from: number, to: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(to - from)
    const at = from % this.#ring.length
    const before = this.#ring.subarray(at, at + bytes.length)
    bytes.set(before)
    bytes.set(this.#ring.subarray(0, bytes.length - before.length), before.length)
    return bytes
  }

  /** Forgets everything before a position. */
  dropBefore(position: number): void {
    this.#start = Math.max(this.#start, Math.min(position, this.#end))
  }

  /** The position of a byte's next occurrence in a range, or `null`. */
  find(byte: number, from: number, to: number): number | null {
    for (let position = from; position < to; position++)
      if (this.#ring[position % this.#ring.length] === byte) return position
    return null
  }

  #grow(length: number): void {
    let size = this.#ring.length
    while (size < length) size *= 2
    const kept = this.copy(this.#start, this.#end)
    this.#ring = new Uint8Array(size)
    const at = this.#start % size
    const before = kept.subarray(0, size - at)
    this.#ring.set(before, at)
    this.#ring.set(kept.subarray(before.length), 0)
  }
}
