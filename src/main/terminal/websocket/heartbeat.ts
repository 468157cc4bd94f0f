import type { Clock } from '../../clock'

/** Watches a peer that should answer. */
export type Heartbeat = {
  /** It gave a sign of life. */
  alive(): void
  stop(): void
}

/** Interval between checks for a sign of life, ms. */
export const beatEveryMs = 30_000
/** Consecutive unanswered checks that mean a dead peer. */
const patience = 2

/**
 * Notices a peer that is gone although its connection never broke, as after a cable was pulled or a machine slept.
 *
 * @param probe makes it give a sign of life; false where it cannot give one now, which is not its fault
 * @param dead called once
 */
export function startHeartbeat(clock: Clock, probe: () => boolean, dead: () => void): Heartbeat {
  let unanswered = 0
  let cancel = () => {}
  const beat = () => {
    if (unanswered >= patience) {
      dead()
      return
    }
    unanswered = probe() ? unanswered + 1 : 0
    cancel = clock.schedule(beatEveryMs, beat)
  }
  cancel = clock.schedule(beatEveryMs, beat)
  return {
    alive() {
      unanswered = 0
    },
    stop: () => cancel(),
  }
}
