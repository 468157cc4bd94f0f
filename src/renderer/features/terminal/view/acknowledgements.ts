/** Tells the sender of frames how much of them is done. */
export type Acknowledgements = {
  /** A frame came. */
  received(): void
  /** A frame of so many bytes is done. */
  parsed(bytes: number): void
}

/** So much is told at once while more is waiting: a quarter of what may be under way. Bytes. */
const togetherBytes = 256 * 1024

/**
 * Gathers acknowledgements while there is more to do, because each is a message through two threads; what is done when
 * nothing waits is told at once.
 *
 * @param send tells the sender that so many more bytes are done
 */
export function createAcknowledgements(send: (bytes: number) => void): Acknowledgements {
  let waiting = 0
  let untold = 0
  return {
    received() {
      waiting += 1
    },
    parsed(bytes) {
      waiting -= 1
      untold += bytes
      if (waiting > 0 && untold < togetherBytes) return
      send(untold)
      untold = 0
    },
  }
}
