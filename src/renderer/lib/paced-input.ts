import { inputPieces } from '../../shared/terminal-frames'

/** Input on its way from a terminal's picture to its port. */
type PacedInput = {
  /**
   * Sends at once what is small and has nothing before it; a paste goes piece by piece. Ctrl-C waits for nothing: it
   * goes at once, in place of all that waits.
   */
  push(data: string): void
  /** So many characters wait for the transport: while there are any, nothing is sent. */
  held(waiting: number): void
  /** Forgets what was not sent. */
  clear(): void
}

/** Large enough to be fast, small enough that the other side says in time that it is full. UTF-16 units. */
const pieceLength = 64 * 1024
/** So long the other side has to say that it is full, ms. */
const pauseMs = 4
/** What Ctrl-C sends. */
const interrupt = '\x03'
/** Ends a bracketed paste. */
const pasteEnd = '\x1b[201~'

/**
 * Keeps a large paste in the window until the remote side takes it: what is on its way can neither be taken back nor
 * stopped by a lost connection.
 *
 * @param send sends a piece; `false`: nobody hears it, and all that waits is forgotten
 */
export function createPacedInput(send: (data: string) => boolean): PacedInput {
  let pieces: string[] = []
  let isHeld = false
  let pause: ReturnType<typeof setTimeout> | null = null

  const clear = () => {
    pieces = []
    if (pause !== null) clearTimeout(pause)
    pause = null
  }

  /** A program that was told of a paste must learn that it ended, or it takes the Ctrl-C for a part of it. */
  const dropFor = (key: string) => {
    const isInPaste = pieces.includes(pasteEnd)
    clear()
    send(isInPaste ? pasteEnd + key : key)
  }

  const pump = () => {
    if (isHeld || pause !== null) return
    const piece = pieces.shift()
    if (piece === undefined) return
    if (!send(piece)) {
      clear()
      return
    }
    if (pieces.length === 0) return
    pause = setTimeout(() => {
      pause = null
      pump()
    }, pauseMs)
  }

  return {
    push(data) {
      if (data === interrupt) {
        dropFor(data)
        return
      }
      // The mark stays in one piece, to be found when the paste is dropped.
      const isMarked = data.length > pieceLength && data.endsWith(pasteEnd)
      const body = isMarked ? data.slice(0, -pasteEnd.length) : data
      for (const piece of inputPieces(body, pieceLength)) pieces.push(piece)
      if (isMarked) pieces.push(pasteEnd)
      pump()
    },
    held(waiting) {
      isHeld = waiting > 0
      pump()
    },
    clear() {
      isHeld = false
      clear()
    },
  }
}
