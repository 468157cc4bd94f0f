import { inputPieces } from '../../../shared/terminal-frames'

/** Input on its way from a window to a transport. */
type InputQueue = {
  /** @returns false where so much waits already that it was not taken */
  push(data: string): boolean
  /** The transport takes more. */
  drained(): void
  /** Forgets what waits: it was meant for a connection that is gone. */
  clear(): void
}

/** Small enough that a full transport is noticed before much of a paste is inside it. */
const pieceLength = 16 * 1024
/** A paste of this size is a mistake; so many characters wait at most. */
const longest = 32 * 1024 * 1024

/**
 * Sends input in order and in pieces, stops where the transport is full, and goes on when it drained.
 *
 * @param write sends a piece; false: full, it was taken all the same
 * @param tell how many characters wait, whenever that changed
 */
export function createInputQueue(
  write: (data: string) => boolean,
  tell: (waiting: number) => void,
): InputQueue {
  let pieces: string[] = []
  let next = 0
  let waiting = 0
  let told = 0
  let full = false

  const pump = () => {
    while (!full && next < pieces.length) {
      const piece = pieces[next++] ?? ''
      waiting -= piece.length
      full = !write(piece)
    }
    if (next === pieces.length) {
      pieces = []
      next = 0
    }
    if (waiting === told) return
    told = waiting
    tell(waiting)
  }

  return {
    push(data) {
      if (waiting + data.length > longest) return false
      for (const piece of inputPieces(data, pieceLength)) pieces.push(piece)
      waiting += data.length
      pump()
      return true
    },
    drained() {
      full = false
      pump()
    },
    clear() {
      pieces = []
      next = 0
      waiting = 0
      full = false
      pump()
    },
  }
}
