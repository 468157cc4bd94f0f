import type { Terminal } from '@xterm/xterm'
import type { TerminalSize } from '../../../../shared/terminal'
import type { FromWindow, ToWindow } from '../../../../shared/terminal-frames'
import { terminalReset } from '../../../../shared/terminal-reset'
import { request } from '../../../bridge'
import { throttled } from '../../../lib/throttled'
import { type Acknowledgements, createAcknowledgements } from './acknowledgements'
import { OutputFeed } from './output-feed'
import { OutputText } from './output-text'
import { PacedInput, type Readiness } from './paced-input'
import { onPort } from './terminal-port'
import { sizeOf } from './terminal-size'
import { terminalWork } from './terminal-work'

/** Time between two sizes sent while a border is dragged, ms: a program draws its whole screen for each. */
const sizeEveryMs = 100

/** What a stream depends on, and its callbacks. */
export type TerminalStreamEvents = {
  /** Whether input reaches the remote side. */
  readiness(): Readiness
  output(): void
  /** The output does not come: why. */
  failed(message: string): void
}

/** The traffic between one terminal's picture and its port: output, input and the size. */
export class TerminalStream {
  readonly #events: TerminalStreamEvents
  readonly #terminal: Terminal
  readonly #feed = new OutputFeed(terminalWork)
  readonly #input = new PacedInput(
    () => this.#readiness(),
    (data) => this.#post({ type: 'input', data }),
  )
  #port: MessagePort | null = null
  #attachedTo: string | null = null
  #stopHearing = () => {}
  /** The size that was last sent to the remote side. */
  #sentSize: TerminalSize | null = null
  /** Something was printed. */
  #isUsed = false
  /** Frames of a replay that are being parsed: the terminal's answers to them were sent long ago. */
  #replays = 0

  constructor(terminal: Terminal, events: TerminalStreamEvents) {
    this.#terminal = terminal
    this.#events = events
    terminal.onData((data) => this.#type(data))
    terminal.onBinary((data) => this.#type(data))
    terminal.onResize(throttled(sizeEveryMs, () => this.#tellSize()))
  }

  /** Joins it to a terminal's output, which may begin with a replay; nothing happens when it is joined already. */
  async attach(terminalId: string): Promise<void> {
    if (this.#attachedTo === terminalId) return
    this.#leave()
    this.#attachedTo = terminalId
    this.#stopHearing = onPort(terminalId, (port) => this.#join(port))
    const result = await request('terminal.attach', { id: terminalId })
    if (result.ok || this.#attachedTo !== terminalId) return
    this.#leave()
    this.#events.failed(result.error.message)
  }

  /** Sends the size, even if it was the last one sent: the remote side may be a new one. */
  tellSizeAgain(): void {
    this.#sentSize = null
    this.#tellSize()
  }

  /** The remote side takes input now, or no longer: what was typed for it is sent, or forgotten. */
  readinessChanged(): void {
    this.#input.readinessChanged()
  }

  /** Gives the terminal its first modes, colours and screen again; what was printed stays. */
  reset(): void {
    if (this.#port) this.#post({ type: 'reset' })
    else this.#terminal.write(terminalReset)
  }

  /** With the focus, output is parsed before that of others. */
  setFocus(hasFocus: boolean): void {
    this.#feed.setFocus(hasFocus)
  }

  /** Leaves the port. What is under way is forgotten. */
  stop(): void {
    this.#leave()
    this.#feed.stop()
  }

  #leave(): void {
    // Before the first terminal, what was typed is for that one.
    if (this.#attachedTo !== null) this.#input.clear()
    this.#attachedTo = null
    this.#stopHearing()
    this.#port?.close()
    this.#port = null
  }

  #join(port: MessagePort): void {
    if (this.#port) this.#input.clear()
    this.#port?.close()
    this.#port = port
    const acknowledgements = createAcknowledgements((bytes) =>
      port.postMessage({ type: 'ack', bytes } satisfies FromWindow),
    )
    const text = new OutputText()
    // Input for another terminal, or for one that the new thread does not know, is not for the next one.
    if (this.#isUsed) this.#feed.push((done) => this.#terminal.write(terminalReset, done))
    port.onmessage = ({ data }: MessageEvent<ToWindow>) => this.#receive(data, text, acknowledgements)
    this.tellSizeAgain()
    this.#input.readinessChanged()
  }

  #readiness(): Readiness {
    const readiness = this.#events.readiness()
    return readiness === 'now' && !this.#port ? 'soon' : readiness
  }

  #receive(frame: ToWindow, text: OutputText, acknowledgements: Acknowledgements): void {
    if (frame.type === 'drain') {
      this.#input.held(frame.waiting)
      return
    }
    const { bytes, isReplay } = frame
    if (!isReplay) this.#events.output()
    this.#isUsed = true
    acknowledgements.received()
    this.#feed.push((done) => {
      if (isReplay) this.#replays += 1
      const slices = text.read(bytes)
      const last = slices.pop() ?? ''
      for (const slice of slices) this.#terminal.write(slice)
      // Acknowledged after parsing: this is what holds a remote flood back.
      this.#terminal.write(last, () => {
        if (isReplay) this.#replays -= 1
        acknowledgements.parsed(bytes.byteLength)
        done()
      })
    })
  }

  #type(data: string): void {
    if (this.#replays === 0) this.#input.push(data)
  }

  #post(frame: FromWindow): void {
    this.#port?.postMessage(frame)
  }

  #tellSize(): void {
    const { cols, rows } = sizeOf(this.#terminal)
    if (!this.#port || (this.#sentSize?.cols === cols && this.#sentSize.rows === rows)) return
    this.#sentSize = { cols, rows }
    this.#post({ type: 'resize', cols, rows })
  }
}
