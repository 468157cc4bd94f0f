import type { Terminal, TerminalSize, TerminalState } from '../../../shared/terminal'
import { fromWindowSchema, type ToWindow } from '../../../shared/terminal-frames'
import { modesReset, terminalReset } from '../../../shared/terminal-reset'
import type { Clock } from '../../clock'
import type { Connect, Connection, ConnectionEnd, Question } from '../connection'
import { createOutputFlow } from './flow-control'
import { createInputQueue } from './input-queue'
import { retryDelayMs } from './reconnect'

/** A tab's port to its window. */
export type WindowPort = {
  post(frame: ToWindow, transfer: readonly ArrayBuffer[]): void
  listen(onFrame: (frame: unknown) => void, onClose: () => void): void
  close(): void
}

/** One terminal: keeps its tab's identity while connections come and go. */
export type LiveTerminal = {
  view(): Terminal
  /** The window's end is there; an earlier one is closed. */
  attach(port: WindowPort): void
  /** Connects again, whatever the state. */
  restart(connect: Connect, sessionKey: string | null): void
  /** The next try goes this way; nothing happens now. */
  reroute(connect: Connect): void
  /** The machine woke up: what would be tried later is tried now. */
  resumed(): void
  /** Ends the connection and the port. */
  stop(): void
}

/** What a terminal works with. */
type TerminalParts = {
  identity: Pick<Terminal, 'id' | 'target' | 'label' | 'sessionKey'>
  connect: Connect
  size: TerminalSize
  clock: Clock
  /** 0 to 1. */
  random: () => number
  /** Asks the person; null when they give up or the signal is aborted. */
  ask(question: Question, signal: AbortSignal): Promise<string[] | null>
  onChange(terminal: Terminal): void
}

/** `liveMs`: since when it is live, monotonic. */
type Attempt = { connection: Connection | null; abort: AbortController; liveMs: number | null }

/** A connection that lived so long starts over with short waits when it breaks, ms. */
const healthyAfterMs = 30_000
/** How long the end waits for a window to parse the tail, ms. */
const tailPatienceMs = 5_000
/** A server that asks more often in one attempt is not asking a person. */
const questionsPerAttempt = 20

/** Opens a terminal and connects at once. */
export function createTerminal(parts: TerminalParts): LiveTerminal {
  const { clock, random, ask, onChange } = parts
  let { identity, connect, size } = parts
  let state: TerminalState = { kind: 'idle' }
  let attempt: Attempt | null = null
  let failures = 0
  let cancelRetry: (() => void) | null = null
  let port: WindowPort | null = null
  let held = false
  /** A connection has printed something, or could have: the next one begins on a terminal that is as new. */
  let isUsed = false

  const flow = createOutputFlow(clock, (hold) => {
    held = hold
    const connection = attempt?.connection
    if (hold) connection?.pause()
    else connection?.resume()
  })
  const input = createInputQueue(
    (data) => attempt?.connection?.write(data) ?? true,
    (waiting) => port?.post({ type: 'drain', waiting }, []),
  )
  const print = (text: string) => flow.push(new TextEncoder().encode(text))
  const notice = (line: string) => print(`\x1b[2m${line}\x1b[22m\r\n`)

  const change = (next: TerminalState) => {
    state = next
    onChange(view())
  }
  const view = (): Terminal => ({ ...identity, state })

  const start = () => {
    stopAttempt()
    const mine: Attempt = { connection: null, abort: new AbortController(), liveMs: null }
    attempt = mine
    change({ kind: 'connecting' })
    const isCurrent = () => attempt === mine
    let hasBegun = false
    /** Before anything of this attempt is shown. */
    const begin = () => {
      if (!hasBegun && isUsed) print(terminalReset)
      hasBegun = true
      isUsed = true
    }
    let questions = 0
    let open = 0
    const settleState = () => {
      const kind = open > 0 ? 'waiting' : mine.liveMs === null ? 'connecting' : 'live'
      if (isCurrent() && state.kind !== kind) change({ kind })
    }
    mine.connection = connect(
      size,
      {
        data(bytes) {
          if (!isCurrent()) return
          begin()
          flow.push(bytes)
        },
        state(kind) {
          if (kind === 'live' && isCurrent()) begin()
          mine.liveMs = kind === 'live' ? clock.monotonicMs() : null
          settleState()
        },
        notice(line) {
          if (!isCurrent()) return
          begin()
          notice(line)
        },
        drain: () => isCurrent() && input.drained(),
        end: (end) => isCurrent() && finish(mine, end),
      },
      async (question) => {
        if (!isCurrent() || ++questions > questionsPerAttempt) return null
        open++
        settleState()
        const answers = await ask(question, mine.abort.signal)
        open--
        settleState()
        return answers
      },
      mine.abort.signal,
    )
    // It may have ended before it was known.
    if (held && isCurrent()) mine.connection.pause()
  }

  const finish = (ended: Attempt, end: ConnectionEnd) => {
    stopAttempt()
    if (ended.liveMs !== null && clock.monotonicMs() - ended.liveMs >= healthyAfterMs) failures = 0
    // The line that says so belongs after the last line of output.
    flow.settle(tailPatienceMs, () => {
      // What is left on the screen may be wanted; the mouse and the keys are the person's again.
      if (ended.liveMs !== null) print(modesReset)
      if (end.kind === 'exit') {
        failures = 0
        change({ kind: 'ended', reason: end.reason, exitCode: end.code, signal: end.signal })
      } else if (end.retry) {
        const delayMs = retryDelayMs(++failures, random)
        change({ kind: 'lost', reason: end.reason, retryAt: clock.now() + delayMs })
        cancelRetry = clock.schedule(delayMs, start)
      } else change({ kind: 'lost', reason: end.reason, retryAt: null })
    })
  }

  /** From here on nothing of the current attempt is heard. */
  const stopAttempt = () => {
    cancelRetry?.()
    cancelRetry = null
    flow.forgetSettling()
    const ending = attempt
    attempt = null
    ending?.abort.abort()
    input.clear()
  }

  const hear = (message: unknown) => {
    const frame = fromWindowSchema.safeParse(message).data
    if (!frame) return
    if (frame.type === 'ack') flow.ack(frame.bytes)
    else if (frame.type === 'reset') print(terminalReset)
    else if (frame.type === 'resize') {
      size = { cols: frame.cols, rows: frame.rows }
      attempt?.connection?.resize(size)
    } else if (state.kind === 'live' && attempt && !input.push(frame.data))
      notice('Too much input is waiting for the other side; the last of it was not sent.')
  }

  const detach = () => {
    const old = port
    port = null
    old?.close()
    flow.detach()
  }

  start()
  return {
    view,
    attach(to) {
      detach()
      port = to
      to.listen(
        (frame) => port === to && hear(frame),
        () => port === to && detach(),
      )
      flow.attach((bytes, isReplay) => to.post({ type: 'data', bytes, isReplay }, [bytes.buffer]))
    },
    restart(by, sessionKey) {
      connect = by
      identity = { ...identity, sessionKey }
      failures = 0
      start()
    },
    reroute(by) {
      connect = by
    },
    resumed() {
      if (cancelRetry) start()
    },
    stop() {
      stopAttempt()
      detach()
      flow.stop()
    },
  }
}
