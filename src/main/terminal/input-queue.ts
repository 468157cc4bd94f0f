/** Input on its way from a window to a transport. */
export type InputQueue = {
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
      for (let at = 0; at < data.length; ) {
        const to = pieceEnd(data, at)
        pieces.push(data.slice(at, to))
        at = to
      }
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

/** A piece never ends between the two halves of a character. */
function pieceEnd(data: string, at: number): number {
  const to = at + pieceLength
  if (to >= data.length) return data.length
  const last = data.charCodeAt(to - 1)
  return last >= 0xd800 && last <= 0xdbff ? to - 1 : to
}
