import { inputPieces } from '../../../../shared/terminal-frames'

/** Whether the remote side hears what is typed: at once, once it is there, or not at all. */
export type Hearing = 'now' | 'soon' | 'never'

/** Input on its way from a terminal's picture to its port. */
type PacedInput = {
  /**
   * Sends at once what is small and has nothing before it; a paste goes piece by piece. Ctrl-C waits for nothing: it
   * goes at once, in place of all that waits. What is typed before the remote side is there waits for it.
   */
  push(data: string): void
  /** So many characters wait for the transport: while there are any, nothing is sent. */
  held(waiting: number): void
  /** The remote side may hear now, or not any more. */
  heard(): void
  /** Forgets what was not sent. */
  clear(): void
}

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
 * Keeps a large paste in the window until the remote side takes it: what is on its way can neither be taken back nor
 * stopped by a lost connection. What nobody will hear is forgotten, with all that waits.
 */
export function createPacedInput(hearing: () => Hearing, send: (data: string) => void): PacedInput {
  let pieces: string[] = []
  let waiting = 0
  let isHeld = false
  let pause: ReturnType<typeof setTimeout> | null = null

  const clear = () => {
    pieces = []
    waiting = 0
    if (pause !== null) clearTimeout(pause)
    pause = null
  }

  /** Small pieces go together: a program that asks a thousand things is answered a thousand times. */
  const append = (piece: string) => {
    waiting += piece.length
    const last = pieces.at(-1) ?? pasteEnd
    const fits = last.length + piece.length <= pieceLength
    if (last === pasteEnd || piece === pasteEnd || !fits) pieces.push(piece)
    else pieces[pieces.length - 1] = last + piece
  }

  /** A program that was told of a paste must learn that it ended, or it takes the Ctrl-C for a part of it. */
  const dropFor = (key: string) => {
    const isInPaste = pieces.includes(pasteEnd)
    clear()
    if (hearing() === 'now') send(isInPaste ? pasteEnd + key : key)
  }

  const pump = () => {
    if (isHeld || pause !== null || pieces.length === 0) return
    const heard = hearing()
    if (heard === 'never') clear()
    if (heard !== 'now') return
    const piece = pieces.shift() ?? ''
    waiting -= piece.length
    send(piece)
    if (pieces.length === 0) return
    pause = setTimeout(() => {
      pause = null
      pump()
    }, pauseMs)
  }

  const isTaken = (data: string) =>
    hearing() === 'soon'
      ? isTypedAhead(data) && waiting + data.length <= mostEarly
      : waiting + data.length <= mostWaiting

  return {
    push(data) {
      if (data === interrupt) {
        dropFor(data)
        return
      }
      if (!isTaken(data)) return
      // The mark stays in one piece, to be found when the paste is dropped.
      const isMarked = data.length > pieceLength && data.endsWith(pasteEnd)
      const body = isMarked ? data.slice(0, -pasteEnd.length) : data
      for (const piece of inputPieces(body, pieceLength)) append(piece)
      if (isMarked) append(pasteEnd)
      pump()
    },
    held(count) {
      isHeld = count > 0
      pump()
    },
    heard: pump,
    clear() {
      isHeld = false
      clear()
    },
  }
}
