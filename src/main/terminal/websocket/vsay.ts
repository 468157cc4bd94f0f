import WebSocket from 'ws'
import { z } from 'zod'
import { printableLine } from '../../../shared/printable'
import type { TerminalSize } from '../../../shared/terminal'
import type { Clock } from '../../clock'
import { type Trust, trustIn } from '../../trust'
import type { Connect, Connection, ConnectionEnd, ConnectionEvents } from '../connection'
import { type Heartbeat, startHeartbeat } from './heartbeat'
import { broken, expired, lost, notConnected, refused } from './vsay-ends'
import { connector, type MachineTransport, wrongAddress } from './vsay-socket'

/** Larger than any screen; a bigger frame ends the connection. */
const frameLimitBytes = 4 * 1024 * 1024
/** Time-out of opening the socket, connection included, ms. */
const handshakeTimeoutMs = 15_000
/** Time for the peer to close before the connection is dropped, ms. The types lack it. */
const goodbye = { closeTimeout: 1_000 }
/** Unsent input, bytes: above `full` the socket is full, below `goOn` it takes more. */
const outgoing = { full: 1024 * 1024, goOn: 256 * 1024 }
/** Close code of a server that rejects this client. */
const policyViolation = 1008

const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('output'), data: z.string() }),
  z.object({ type: z.literal('error'), message: z.string().nullish(), data: z.string().nullish() }),
  z.object({ type: z.literal('disconnect'), message: z.string().nullish(), data: z.string().nullish() }),
])

/**
 * *WebSocket Connection*, `WSS /sessions/:id/ws`: connects to a created session and authenticates first. A break is worth
 * another try while the token lasts; a refused token never is. Whether it lasts is the service's to say; its time, counted
 * from now on, only tells why a connection ended. No reason holds the address or the token.
 *
 * @param certificates PEM certificates to trust, `null` for the runtime's own; asked for once, with the first terminal
 */
export function connectMachine(
  clock: Clock,
  certificates: () => readonly string[] | null,
): (transport: MachineTransport) => Connect {
  let trust: Trust | null = null
  const trusted = () => {
    trust ??= trustIn(certificates())
    return trust
  }
  return (transport) => {
    const { lifetimeMs } = transport
    const expiresMs = lifetimeMs === null ? Infinity : clock.monotonicMs() + lifetimeMs
    return (size, events, _ask, signal) =>
      new MachineConnection({ transport, expiresMs, trusted, clock, events, signal }, size)
  }
}

/** What a connection to a machine works with. */
type MachineParts = {
  transport: MachineTransport
  /** When its token is over, by the monotonic clock. */
  expiresMs: number
  trusted(): Trust
  clock: Clock
  events: ConnectionEvents
  signal: AbortSignal
}

class MachineConnection implements Connection {
  readonly #parts: MachineParts
  /** `null`: nothing may be connected, which is said once the caller has its connection. */
  readonly #socket: WebSocket | null
  readonly #decode = joinSurrogates()
  #size: TerminalSize
  #heartbeat: Heartbeat | null = null
  /** The service's last complaint. */
  #said = ''
  #trouble: Error | null = null
  #isFull = false
  #isPaused = false
  #hasEnded = false

  constructor(parts: MachineParts, size: TerminalSize) {
    this.#parts = parts
    this.#size = size
    const { transport, signal } = parts
    const problem = wrongAddress(transport)
    this.#socket = problem === null && !signal.aborted ? this.#open() : null
    if (!this.#socket)
      queueMicrotask(() => (problem && !signal.aborted ? this.#end(lost(problem, false)) : this.close()))
    signal.addEventListener('abort', this.close, { once: true })
  }

  write(data: string): boolean {
    this.#send({ type: 'input', data })
    this.#isFull ||= (this.#socket?.bufferedAmount ?? 0) > outgoing.full
    return !this.#isFull
  }

  resize(size: TerminalSize): void {
    this.#size = size
    this.#tellSize()
  }

  pause(): void {
    this.#isPaused = true
    this.#socket?.pause()
  }

  resume(): void {
    this.#isPaused = false
    this.#heartbeat?.alive()
    this.#socket?.resume()
  }

  readonly close = (): void =>
    this.#end({ kind: 'exit', code: null, signal: null, reason: 'The terminal was closed.' })

  #open(): WebSocket {
    const { transport, trusted, signal } = this.#parts
    const socket = new WebSocket(transport.websocketUrl, {
      createConnection: connector(transport, trusted(), signal),
      maxPayload: frameLimitBytes,
      handshakeTimeout: handshakeTimeoutMs,
      followRedirects: false,
      perMessageDeflate: false,
      ...goodbye,
    })
    socket.on('open', () => this.#opened(socket))
    socket.on('pong', () => this.#heartbeat?.alive())
    socket.on('message', (data, isBinary) => {
      if (!this.#hasEnded) this.#hear(isBinary ? null : data.toString())
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      this.#end(refused(response.statusCode ?? 0))
    })
    socket.on('error', (error) => {
      this.#trouble = error
      // `close` follows, but of an open socket only after the library's time for a polite goodbye.
      const why = this.#heartbeat ? broken(error) : notConnected(error)
      if (why) this.#end(why)
    })
    socket.on('close', (code) => this.#end(this.#howClosed(code)))
    return socket
  }

  #opened(socket: WebSocket): void {
    const { transport, clock, events } = this.#parts
    this.#send({ type: 'auth', token: transport.token })
    this.#tellSize()
    if (this.#isPaused) socket.pause()
    this.#heartbeat = startHeartbeat(
      clock,
      () => {
        // What is not read cannot be heard, and an answer may be among it.
        if (this.#isPaused) return false
        socket.ping()
        return true
      },
      () => this.#end(lost('VSay stopped answering.', true)),
    )
    events.state('live')
  }

  /** @param text of a message, `null` for a binary one */
  #hear(text: string | null): void {
    const { events } = this.#parts
    this.#heartbeat?.alive()
    const message = text === null ? null : parseMessage(text)
    if (message?.type === 'output') {
      this.#said = ''
      events.data(this.#decode(message.data))
    } else if (message?.type === 'error') {
      this.#said = printableLine(message.message ?? message.data ?? 'no reason given')
      events.notice(`VSay: ${this.#said}`)
    } else if (message) {
      const why = printableLine(message.message ?? message.data ?? '')
      const reason = `VSay ended the session${why ? `: ${why}` : ''}.`
      this.#end({ kind: 'exit', code: null, signal: null, reason })
    }
  }

  #send(message: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify(message), () => this.#sent())
  }

  #sent(): void {
    if (!this.#isFull || !this.#socket || this.#socket.bufferedAmount > outgoing.goOn) return
    this.#isFull = false
    if (!this.#hasEnded) this.#parts.events.drain()
  }

  #tellSize(): void {
    this.#send({ type: 'resize', cols: this.#size.cols, rows: this.#size.rows })
  }

  #howClosed(code: number): ConnectionEnd {
    const { clock, expiresMs } = this.#parts
    if (clock.monotonicMs() >= expiresMs) return expired
    if (code === policyViolation || this.#said)
      return lost(`VSay refused the terminal: ${this.#said || 'no reason given'}.`, false)
    return broken(this.#trouble)
  }

  #end(how: ConnectionEnd): void {
    if (this.#hasEnded) return
    this.#hasEnded = true
    this.#parts.signal.removeEventListener('abort', this.close)
    this.#heartbeat?.stop()
    // Output that was held belongs before the end; the socket has nothing more to give.
    this.#socket?.terminate()
    this.#parts.events.end(how)
  }
}

/** `null` for what the document does not know: it is ignored. */
function parseMessage(text: string) {
  try {
    return serverMessage.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Turns texts into UTF-8, where a character may be split between two of them. */
function joinSurrogates(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let half = ''
  return (text) => {
    const whole = half + text
    const last = whole.charCodeAt(whole.length - 1)
    half = last >= 0xd800 && last <= 0xdbff ? whole.slice(-1) : ''
    return encoder.encode(half ? whole.slice(0, -1) : whole)
  }
}
