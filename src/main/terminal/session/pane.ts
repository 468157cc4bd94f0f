import type { Terminal, TerminalSize, TerminalState } from '../../../shared/terminal'
import { fromWindowSchema, type ToWindow } from '../../../shared/terminal-frames'
import { modesReset, terminalReset } from '../../../shared/terminal-reset'
import { connectionText } from '../../../shared/text/connection'
import type { Clock } from '../../clock'
import type { Connect, Connection, ConnectionEnd, ConnectionEvents, Question } from '../connection'
import { createOutputFlow, type OutputFlow } from './flow-control'
import { InputQueue } from './input-queue'
import { retryDelayMs } from './reconnect'

/** A tab's port to its window. */
export type WindowPort = {
  post(frame: ToWindow, transfer: readonly ArrayBuffer[]): void
  listen(onFrame: (frame: unknown) => void, onClose: () => void): void
  close(): void
}

/** What a pane works with. */
type PaneParts = {
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

/** One connection, from the moment it was asked for. */
type Attempt = {
  connection: Connection | null
  readonly abort: AbortController
  /** Since when it is live, monotonic ms; `null` while it is not. */
  liveMs: number | null
  /** Something of it was shown. */
  hasBegun: boolean
  /** Questions so far, and those without an answer. */
  questions: number
  open: number
}

/** A connection that lived so long starts over with short waits when it breaks, ms. */
const healthyAfterMs = 30_000
/** How long the end waits for a window to parse the tail, ms. */
const tailPatienceMs = 5_000
/** Most questions in one attempt; more are not meant for a person. */
const questionsPerAttempt = 20

/** One terminal: keeps its tab's identity while connections come and go. Connects at once. */
export class Pane {
  readonly #clock: Clock
  readonly #random: () => number
  readonly #ask: PaneParts['ask']
  readonly #onChange: PaneParts['onChange']
  readonly #flow: OutputFlow
  readonly #input: InputQueue
  #identity: PaneParts['identity']
  #connect: Connect
  #size: TerminalSize
  #state: TerminalState = { kind: 'idle' }
  #attempt: Attempt | null = null
  /** Consecutive broken attempts. */
  #failures = 0
  #cancelRetry: (() => void) | null = null
  #port: WindowPort | null = null
  #held = false
  /** A connection has printed something, or could have: the next one begins on a terminal that is as new. */
  #isUsed = false

  constructor({ identity, connect, size, clock, random, ask, onChange }: PaneParts) {
    this.#identity = identity
    this.#connect = connect
    this.#size = size
    this.#clock = clock
    this.#random = random
    this.#ask = ask
    this.#onChange = onChange
    this.#flow = createOutputFlow(clock, (held) => this.#hold(held))
    this.#input = new InputQueue(
      (data) => this.#attempt?.connection?.write(data) ?? true,
      (waiting) => this.#port?.post({ type: 'drain', waiting }, []),
    )
    this.#start()
  }

  view(): Terminal {
    return { ...this.#identity, state: this.#state }
  }

  /** The window's end is there; an earlier one is closed. */
  attach(port: WindowPort): void {
    this.#detach()
    this.#port = port
    port.listen(
      (frame) => {
        if (this.#port === port) this.#hear(frame)
      },
      () => {
        if (this.#port === port) this.#detach()
      },
    )
    this.#flow.attach((bytes, isReplay) => port.post({ type: 'data', bytes, isReplay }, [bytes.buffer]))
  }

  /** Connects again, whatever the state. */
  restart(connect: Connect, sessionKey: string | null): void {
    this.#connect = connect
    this.#identity = { ...this.#identity, sessionKey }
    this.#failures = 0
    this.#start()
  }

  /** The next try connects like this; nothing happens now. */
  reroute(connect: Connect): void {
    this.#connect = connect
  }

  /** The machine woke up: retries that were scheduled happen now. */
  resumed(): void {
    if (this.#cancelRetry) this.#start()
  }

  /** Ends the connection and the port. */
  stop(): void {
    this.#stopAttempt()
    this.#detach()
    this.#flow.stop()
  }

  #start(): void {
    this.#stopAttempt()
    const mine: Attempt = {
      connection: null,
      abort: new AbortController(),
      liveMs: null,
      hasBegun: false,
      questions: 0,
      open: 0,
    }
    this.#attempt = mine
    this.#change({ kind: 'connecting' })
    mine.connection = this.#connect(
      this.#size,
      this.#eventsOf(mine),
      (question) => this.#askFor(mine, question),
      mine.abort.signal,
    )
    // It may have ended already.
    if (this.#held && this.#attempt === mine) mine.connection.pause()
  }

  /** What an attempt tells, as long as it is the current one. */
  #eventsOf(mine: Attempt): ConnectionEvents {
    const isCurrent = () => this.#attempt === mine
    return {
      data: (bytes) => {
        if (!isCurrent()) return
        this.#begin(mine)
        this.#flow.push(bytes)
      },
      state: (kind) => {
        if (kind === 'live' && isCurrent()) this.#begin(mine)
        mine.liveMs = kind === 'live' ? this.#clock.monotonicMs() : null
        this.#settleState(mine)
      },
      notice: (line) => {
        if (!isCurrent()) return
        this.#begin(mine)
        this.#notice(line)
      },
      drain: () => {
        if (isCurrent()) this.#input.drained()
      },
      end: (end) => {
        if (isCurrent()) this.#finish(mine, end)
      },
    }
  }

  /** Before anything of an attempt is shown. */
  #begin(mine: Attempt): void {
    if (!mine.hasBegun && this.#isUsed) this.#print(terminalReset)
    mine.hasBegun = true
    this.#isUsed = true
  }

  async #askFor(mine: Attempt, question: Question): Promise<string[] | null> {
    if (this.#attempt !== mine || ++mine.questions > questionsPerAttempt) return null
    mine.open++
    this.#settleState(mine)
    const answers = await this.#ask(question, mine.abort.signal)
    mine.open--
    this.#settleState(mine)
    return answers
  }

  #settleState(mine: Attempt): void {
    const kind = mine.open > 0 ? 'waiting' : mine.liveMs === null ? 'connecting' : 'live'
    if (this.#attempt === mine && this.#state.kind !== kind) this.#change({ kind })
  }

  #finish(ended: Attempt, end: ConnectionEnd): void {
    this.#stopAttempt()
    if (ended.liveMs !== null && this.#clock.monotonicMs() - ended.liveMs >= healthyAfterMs)
      this.#failures = 0
    // The line that says so belongs after the last line of output.
    this.#flow.settle(tailPatienceMs, () => {
      // Keep the screen, which may be wanted; give mouse and keys back to the person.
      if (ended.liveMs !== null) this.#print(modesReset)
      this.#ended(end)
    })
  }

  #ended(end: ConnectionEnd): void {
    if (end.kind === 'exit') {
      this.#failures = 0
      this.#change({ kind: 'ended', reason: end.reason, exitCode: end.code, signal: end.signal })
    } else if (end.retry) {
      const delayMs = retryDelayMs(++this.#failures, this.#random)
      this.#change({ kind: 'lost', reason: end.reason, retryAt: this.#clock.now() + delayMs })
      this.#cancelRetry = this.#clock.schedule(delayMs, () => this.#start())
    } else this.#change({ kind: 'lost', reason: end.reason, retryAt: null })
  }

  /** From here on the current attempt is ignored. */
  #stopAttempt(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = null
    this.#flow.forgetSettling()
    const ending = this.#attempt
    this.#attempt = null
    ending?.abort.abort()
    this.#input.clear()
  }

  #hear(message: unknown): void {
    const frame = fromWindowSchema.safeParse(message).data
    if (!frame) return
    if (frame.type === 'ack') this.#flow.ack(frame.bytes)
    else if (frame.type === 'reset') this.#print(terminalReset)
    else if (frame.type === 'resize') {
      this.#size = { cols: frame.cols, rows: frame.rows }
      this.#attempt?.connection?.resize(this.#size)
    } else if (this.#state.kind === 'live' && this.#attempt && !this.#input.push(frame.data))
      this.#notice(connectionText.tooMuchInput)
  }

  #hold(held: boolean): void {
    this.#held = held
    const connection = this.#attempt?.connection
    if (held) connection?.pause()
    else connection?.resume()
  }

  #detach(): void {
    const old = this.#port
    this.#port = null
    old?.close()
    this.#flow.detach()
  }

  #change(next: TerminalState): void {
    this.#state = next
    this.#onChange(this.view())
  }

  #print(text: string): void {
    this.#flow.push(new TextEncoder().encode(text))
  }

  #notice(line: string): void {
    this.#print(`\x1b[2m${line}\x1b[22m\r\n`)
  }
}
