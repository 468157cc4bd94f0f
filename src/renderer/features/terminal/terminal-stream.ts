import type { Terminal } from '@xterm/xterm'
import type { TerminalSize } from '../../../shared/terminal'
import type { FromWindow, ToWindow } from '../../../shared/terminal-frames'
import { type Acknowledgements, createAcknowledgements } from '../../lib/acknowledgements'
import { createPacedInput } from '../../lib/paced-input'
import { OutputFeed } from './output-feed'
import { attachPort } from './terminal-port'
import { sizeOf } from './terminal-size'
import { terminalTurns } from './turns'

/** What a stream asks and reports. */
export type TerminalStreamEvents = {
  /** Whether the remote side hears what is typed now. */
  isHeard(): boolean
  output(): void
  /** The output does not come: why. */
  failed(message: string): void
}

/** What goes between one terminal's picture and its port: output, input and the size. */
export class TerminalStream {
  readonly #events: TerminalStreamEvents
  readonly #terminal: Terminal
  readonly #feed = new OutputFeed(terminalTurns)
  readonly #input = createPacedInput((data) => {
    if (!this.#events.isHeard()) return false
    this.#post({ type: 'input', data })
    return true
  })
  #port: MessagePort | null = null
  #attachedTo: string | null = null
  /** The size that the remote side was told last. */
  #told: TerminalSize | null = null
  /** The replay is being parsed: what it asks was answered long ago. */
  #replaying = false

  constructor(terminal: Terminal, events: TerminalStreamEvents) {
    this.#terminal = terminal
    this.#events = events
    terminal.onData((data) => this.#type(data))
    terminal.onBinary((data) => this.#type(data))
    terminal.onResize(() => this.#tellSize())
  }

  /** Joins it to a terminal's output, which may begin with a replay; nothing happens when it is joined already. */
  async attach(terminalId: string, hasReplay: boolean): Promise<void> {
    if (this.#attachedTo === terminalId) return
    this.#attachedTo = terminalId
    const result = await attachPort(terminalId)
    if (this.#attachedTo !== terminalId) {
      if (result.ok) result.value.close()
      return
    }
    if (!result.ok) {
      this.#attachedTo = null
      this.#events.failed(result.error.message)
      return
    }
    this.#port?.close()
    this.#input.clear()
    this.#port = result.value
    this.#replaying = hasReplay
    const port = result.value
    const acknowledgements = createAcknowledgements((bytes) =>
      port.postMessage({ type: 'ack', bytes } satisfies FromWindow),
    )
    port.onmessage = ({ data }: MessageEvent<ToWindow>) => this.#receive(data, acknowledgements)
    this.tellSizeAgain()
  }

  /** Tells the remote side the size, even if it is the one that it was told last: it may be a new remote side. */
  tellSizeAgain(): void {
    this.#told = null
    this.#tellSize()
  }

  /** With the focus, output is parsed before that of others. */
  setFocus(hasFocus: boolean): void {
    this.#feed.setFocus(hasFocus)
  }

  /** Leaves the port. What is under way is forgotten. */
  stop(): void {
    this.#attachedTo = null
    this.#input.clear()
    this.#port?.close()
    this.#port = null
    this.#feed.stop()
  }

  #receive(frame: ToWindow, acknowledgements: Acknowledgements): void {
    if (frame.type === 'drain') {
      this.#input.held(frame.waiting)
      return
    }
    const { bytes } = frame
    this.#events.output()
    acknowledgements.received()
    this.#feed.push((done) =>
      // Acknowledged after parsing: this is what holds a remote flood back.
      this.#terminal.write(bytes, () => {
        this.#replaying = false
        acknowledgements.parsed(bytes.byteLength)
        done()
      }),
    )
  }

  #type(data: string): void {
    if (!this.#replaying) this.#input.push(data)
  }

  #post(frame: FromWindow): void {
    this.#port?.postMessage(frame)
  }

  #tellSize(): void {
    const { cols, rows } = sizeOf(this.#terminal)
    if (!this.#port || (this.#told?.cols === cols && this.#told.rows === rows)) return
    this.#told = { cols, rows }
    this.#post({ type: 'resize', cols, rows })
  }
}
