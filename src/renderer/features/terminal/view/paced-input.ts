import { inputPieces } from '../../../../shared/terminal-frames'

/** Whether the remote side takes input: at once, once it is there, or not at all. */
export type Readiness = 'now' | 'soon' | 'never'

/** Largest piece of input, UTF-16 units: fast, and small enough that the other side can say in time that it is full. */
const pieceLength = 64 * 1024
/** Most input that waits for a remote side that is not there yet, UTF-16 units: about what can be typed meanwhile. */
const mostEarly = pieceLength
/** Most input that waits for one that does not take it, UTF-16 units; the terminals thread takes no more either. */
const mostWaiting = 32 * 1024 * 1024
/** Time for the other side to say that it is full, ms. */
const pauseMs = 4
/** What Ctrl-C sends. */
const interrupt = '\x03'
/** Ends a bracketed paste. */
const pasteEnd = '\x1b[201~'

/**
 * Whether input may wait for a remote side that is not there yet, as text for a shell may. An arrow or the mouse is meant
 * for something on the screen, and the terminal's own answers are for a program that is gone; all of these begin with Esc.
 */
const isTypedAhead = (data: string) => data !== interrupt && !data.includes('\x1b')

/**
 * Input on its way from a terminal's picture to its port. It keeps a large paste in the window until the remote side takes
 * it: what was sent can neither be taken back nor stopped by a lost connection. Input that no remote side will take is
 * forgotten, with all that waits.
 */
export class PacedInput {
  readonly #readiness: () => Readiness
  readonly #send: (data: string) => void
  #pieces: string[] = []
  /** UTF-16 units in the pieces. */
  #waiting = 0
  #isHeld = false
  #pause: ReturnType<typeof setTimeout> | null = null

  constructor(readiness: () => Readiness, send: (data: string) => void) {
    this.#readiness = readiness
    this.#send = send
  }

  /**
   * Sends at once what is small and has nothing before it; a paste goes piece by piece. Ctrl-C waits for nothing: it
   * goes at once, in place of all that waits. What is typed before the remote side is there waits for it.
   */
  push(data: string): void {
    if (data === interrupt) {
      this.#dropFor(data)
      return
    }
    if (!this.#isTaken(data)) return
    // The mark stays in one piece, to be found when the paste is dropped.
    const isMarked = data.length > pieceLength && data.endsWith(pasteEnd)
    const body = isMarked ? data.slice(0, -pasteEnd.length) : data
    for (const piece of inputPieces(body, pieceLength)) this.#append(piece)
    if (isMarked) this.#append(pasteEnd)
    this.#pump()
  }

  /** The number of characters that wait for the transport: while there are any, nothing is sent. */
  held(waiting: number): void {
    this.#isHeld = waiting > 0
    this.#pump()
  }

  /** The remote side takes input now, or no longer. */
  readinessChanged(): void {
    this.#pump()
  }

  /** Forgets what was not sent. */
  clear(): void {
    this.#isHeld = false
    this.#forget()
  }

  #forget(): void {
    this.#pieces = []
    this.#waiting = 0
    if (this.#pause !== null) clearTimeout(this.#pause)
    this.#pause = null
  }

  /** Sends small pieces together: a program that sends a thousand queries gets a thousand answers. */
  #append(piece: string): void {
    this.#waiting += piece.length
    const pieces = this.#pieces
    const last = pieces.at(-1) ?? pasteEnd
    const fits = last.length + piece.length <= pieceLength
    if (last === pasteEnd || piece === pasteEnd || !fits) pieces.push(piece)
    else pieces[pieces.length - 1] = last + piece
  }

  /** A program that got the beginning of a paste must get its end, or it takes the Ctrl-C for a part of it. */
  #dropFor(key: string): void {
    const isInPaste = this.#pieces.includes(pasteEnd)
    this.#forget()
    if (this.#readiness() === 'now') this.#send(isInPaste ? pasteEnd + key : key)
  }

  #isTaken(data: string): boolean {
    return this.#readiness() === 'soon'
      ? isTypedAhead(data) && this.#waiting + data.length <= mostEarly
      : this.#waiting + data.length <= mostWaiting
  }

  #pump(): void {
    if (this.#isHeld || this.#pause !== null || this.#pieces.length === 0) return
    const readiness = this.#readiness()
    if (readiness === 'never') this.#forget()
    if (readiness !== 'now') return
    const piece = this.#pieces.shift() ?? ''
    this.#waiting -= piece.length
    this.#send(piece)
    if (this.#pieces.length === 0) return
    this.#pause = setTimeout(() => {
      this.#pause = null
      this.#pump()
    }, pauseMs)
  }
}
