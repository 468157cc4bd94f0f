import { inputPieces } from '../../../../shared/terminal-frames'

/** Whether the remote side hears what is typed: at once, once it is there, or not at all. */
export type Hearing = 'now' | 'soon' | 'never'

/** Large enough to be fast, small enough that the other side says in time that it is full. UTF-16 units. */
const pieceLength = 64 * 1024
/** So much waits for a remote side that is not there yet, UTF-16 units; no more than somebody types meanwhile. */
const mostEarly = pieceLength
/** So much waits for one that does not take it, UTF-16 units; the terminals thread takes no more either. */
const mostWaiting = 32 * 1024 * 1024
/** So long the other side has to say that it is full, ms. */
const pauseMs = 4
/** What Ctrl-C sends. */
const interrupt = '\x03'
/** Ends a bracketed paste. */
const pasteEnd = '\x1b[201~'

/**
 * What is typed ahead is text for a shell. An arrow or the mouse is meant for something that is on the screen, and the
 * terminal's own answers are for somebody who is gone; all of them begin with Esc.
 */
const isTypedAhead = (data: string) => data !== interrupt && !data.includes('\x1b')

/**
 * Input on its way from a terminal's picture to its port. It keeps a large paste in the window until the remote side takes
 * it: what is on its way can neither be taken back nor stopped by a lost connection. What nobody will hear is forgotten,
 * with all that waits.
 */
export class PacedInput {
  readonly #hearing: () => Hearing
  readonly #send: (data: string) => void
  #pieces: string[] = []
  /** UTF-16 units in the pieces. */
  #waiting = 0
  #isHeld = false
  #pause: ReturnType<typeof setTimeout> | null = null

  constructor(hearing: () => Hearing, send: (data: string) => void) {
    this.#hearing = hearing
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

  /** So many characters wait for the transport: while there are any, nothing is sent. */
  held(waiting: number): void {
    this.#isHeld = waiting > 0
    this.#pump()
  }

  /** The remote side may hear now, or not any more. */
  heard(): void {
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

  /** Small pieces go together: a program that asks a thousand things is answered a thousand times. */
  #append(piece: string): void {
    this.#waiting += piece.length
    const pieces = this.#pieces
    const last = pieces.at(-1) ?? pasteEnd
    const fits = last.length + piece.length <= pieceLength
    if (last === pasteEnd || piece === pasteEnd || !fits) pieces.push(piece)
    else pieces[pieces.length - 1] = last + piece
  }

  /** A program that was told of a paste must learn that it ended, or it takes the Ctrl-C for a part of it. */
  #dropFor(key: string): void {
    const isInPaste = this.#pieces.includes(pasteEnd)
    this.#forget()
    if (this.#hearing() === 'now') this.#send(isInPaste ? pasteEnd + key : key)
  }

  #isTaken(data: string): boolean {
    return this.#hearing() === 'soon'
      ? isTypedAhead(data) && this.#waiting + data.length <= mostEarly
      : this.#waiting + data.length <= mostWaiting
  }

  #pump(): void {
    if (this.#isHeld || this.#pause !== null || this.#pieces.length === 0) return
    const hearing = this.#hearing()
    if (hearing === 'never') this.#forget()
    if (hearing !== 'now') return
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
