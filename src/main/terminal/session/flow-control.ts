import { gathering, replayBytes, watermarks } from '../../../shared/terminal-frames'
import type { Clock } from '../../clock'
import { OutputLog } from './output-log'

/** Output on its way from a transport to a window. */
export type OutputFlow = {
  /** Output of the remote side; copied. */
  push(bytes: Uint8Array): void
  /** The window parsed this many more bytes, capped at what it was sent. */
  ack(bytes: number): void
  /**
   * A window is there: it gets the recent output at once, from a line's begin, then what comes. `send` may transfer the
   * buffer.
   */
  attach(send: SendOutput): void
  /** The window is gone. Output is kept for the next one, and the transport is held when nobody comes for it. */
  detach(): void
  /** Calls `then` once the attached window has parsed all of it, at once where there is none, or after `patienceMs`. */
  settle(patienceMs: number, then: () => void): void
  /** Cancels the call that `settle` promised. */
  forgetSettling(): void
  /** Stops its timers; nothing more is sent. */
  stop(): void
}

/** Gives output to a window. `isReplay`: an earlier window got it too, whether or not it parsed it. */
type SendOutput = (bytes: Uint8Array<ArrayBuffer>, isReplay: boolean) => void

/** Search range for a line start where the replay was cut, bytes. */
const lineWithin = 64 * 1024
const newline = 0x0a

/**
 * Carries output with pressure in the other direction: `hold(true)` asks the transport to pause, when what is kept but
 * not parsed passes the high watermark; `hold(false)` lets it go on below the low one. The first output after idle, and
 * all that comes while the window has nothing to parse, goes at once; else it is gathered. Memory is bounded by the
 * watermark and what a transport still sends after `hold`.
 */
export function createOutputFlow(clock: Clock, hold: (held: boolean) => void): OutputFlow {
  const log = new OutputLog()
  let send: SendOutput | null = null
  /** Positions in the log: `parsed` <= `sent` <= its end. */
  let parsed = 0
  let sent = 0
  let held = false
  /** Runs while output is gathered: the way out has been used within the last moments. */
  let cancelGathering: (() => void) | null = null
  let settling: { cancel(): void; then(): void } | null = null

  const settled = () => {
    const done = settling
    settling = null
    done?.cancel()
    done?.then()
  }
  const forgetSettling = () => {
    settling?.cancel()
    settling = null
  }
  const settleIfDone = () => {
    if (!send || parsed === log.end) settled()
  }

  const holdOrRelease = () => {
    const waiting = log.end - parsed
    if (!held && waiting > watermarks.high) {
      held = true
      hold(true)
    } else if (held && waiting < watermarks.low) {
      held = false
      hold(false)
    }
    // What is not parsed must reach a window whole; of the rest the most recent is enough.
    log.dropBefore(Math.min(parsed, log.end - replayBytes))
  }

  const deliver = (upTo: number, isReplay = false) => {
    while (send && sent < upTo) {
      const to = Math.min(sent + gathering.upToBytes, upTo)
      const bytes = log.copy(sent, to)
      sent = to
      send(bytes, isReplay)
    }
  }

  const gather = () => {
    cancelGathering = clock.schedule(gathering.forMs, () => {
      cancelGathering = null
      if (sent === log.end || !send) return
      deliver(log.end)
      gather()
    })
  }

  const stopGathering = () => {
    cancelGathering?.()
    cancelGathering = null
  }

  /** Where a replay begins: a cut through the stream may have hit a character or an escape sequence. */
  const replayStart = () => {
    if (log.start === 0) return 0
    const found = log.find(newline, log.start, Math.min(log.start + lineWithin, log.end))
    return found === null ? log.start : found + 1
  }

  return {
    push(bytes) {
      if (bytes.length === 0) return
      log.append(bytes)
      if (send && !cancelGathering) {
        deliver(log.end)
        gather()
      } else if (parsed === sent) deliver(log.end)
      else {
        // Whole frames only: what is left goes with what comes next.
        const waiting = log.end - sent
        deliver(log.end - (waiting % gathering.upToBytes))
      }
      holdOrRelease()
    },

    ack(bytes) {
      parsed = Math.min(sent, parsed + bytes)
      // A window that has nothing to do does not wait for more.
      if (parsed === sent) deliver(log.end)
      holdOrRelease()
      settleIfDone()
    },

    attach(to) {
      send = to
      stopGathering()
      const seen = sent
      sent = replayStart()
      parsed = sent
      deliver(seen, true)
      deliver(log.end)
      holdOrRelease()
    },

    detach() {
      send = null
      stopGathering()
      settleIfDone()
    },

    settle(patienceMs, then) {
      deliver(log.end)
      settling = { then, cancel: clock.schedule(patienceMs, settled) }
      settleIfDone()
    },

    forgetSettling,

    stop() {
      send = null
      stopGathering()
      forgetSettling()
    },
  }
}
