import { inputPieces } from '../../../shared/terminal-frames'

/** Characters of a piece: few enough that a full transport is noticed before much of a paste is inside it. */
const pieceLength = 16 * 1024
/** Characters that wait at most: a paste of this size is a mistake. */
const longest = 32 * 1024 * 1024

/** Sends input to a transport in order and in pieces, stops where it is full, and goes on when it drained. */
export class InputQueue {
  readonly #write: (data: string) => boolean
  readonly #tell: (waiting: number) => void
  #pieces: string[] = []
  /** The next piece to send. */
  #next = 0
  /** Characters that wait, and how many were last reported. */
  #waiting = 0
  #reported = 0
  #full = false

  /**
   * @param write sends a piece; false: full, it was taken all the same
   * @param tell how many characters wait, whenever that changed
   */
  constructor(write: (data: string) => boolean, tell: (waiting: number) => void) {
    this.#write = write
    this.#tell = tell
  }

  /** @returns false where so much waits already that it was not taken */
  push(data: string): boolean {
    if (this.#waiting + data.length > longest) return false
    for (const piece of inputPieces(data, pieceLength)) this.#pieces.push(piece)
    this.#waiting += data.length
    this.#pump()
    return true
  }

  /** The transport takes more. */
  drained(): void {
    this.#full = false
    this.#pump()
  }

  /** Forgets what waits: it was meant for a connection that is gone. */
  clear(): void {
    this.#forgetPieces()
    this.#waiting = 0
    this.#full = false
    this.#pump()
  }

  #pump(): void {
    while (!this.#full && this.#next < this.#pieces.length) {
      const piece = this.#pieces[this.#next++] ?? ''
      this.#waiting -= piece.length
      this.#full = !this.#write(piece)
    }
    if (this.#next === this.#pieces.length) this.#forgetPieces()
    if (this.#waiting === this.#reported) return
    this.#reported = this.#waiting
    this.#tell(this.#waiting)
  }

  #forgetPieces(): void {
    this.#pieces = []
    this.#next = 0
  }
}
