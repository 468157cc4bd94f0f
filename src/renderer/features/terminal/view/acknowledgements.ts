/** Acknowledges frames to their sender. */
export type Acknowledgements = {
  /** A frame came. */
  received(): void
  /** A frame of `bytes` bytes is done. */
  parsed(bytes: number): void
}

/** Bytes per acknowledgement while more is waiting: a quarter of what may be under way. */
const togetherBytes = 256 * 1024

/**
 * Gathers acknowledgements while there is more to do, because each is a message through two threads; when nothing waits
 * they are sent at once.
 *
 * @param send acknowledges a number of further bytes
 */
export function createAcknowledgements(send: (bytes: number) => void): Acknowledgements {
  let waiting = 0
  let unacknowledged = 0
  return {
    received() {
      waiting += 1
    },
    parsed(bytes) {
      waiting -= 1
      unacknowledged += bytes
      if (waiting > 0 && unacknowledged < togetherBytes) return
      send(unacknowledged)
      unacknowledged = 0
    },
  }
}
