import type { ClientRequestArgs } from 'node:http'
import WebSocket from 'ws'
import { z } from 'zod'
import { isLoopback } from '../../../shared/loopback'
import { printableLine } from '../../../shared/printable'
import type { TerminalSize, Transport } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import { machineConnectionText } from '../../../shared/text/machine-connection'
import type { Clock } from '../../clock'
import { dialTcp } from '../../lib/dial'
import { errorCode } from '../../lib/errno'
import { overTls } from '../../lib/tls'
import { tlsTrouble } from '../../lib/tls-trouble'
import { openTunnel, ProxyFailure } from '../../lib/tunnel'
import { type Trust, trustIn } from '../../trust'
import type { Connect, Connection, ConnectionEnd, ConnectionEvents } from '../connection'
import { describeError } from '../failure'
import { type Heartbeat, startHeartbeat } from './heartbeat'

/** A created VSay session and where its socket must be. */
type MachineTransport = Extract<Transport, { kind: 'machine' }>

/** Larger than any screen; a bigger frame ends the connection. */
const frameLimitBytes = 4 * 1024 * 1024
const handshakeTimeoutMs = 15_000
const connectTimeoutMs = 10_000
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

/** Why an address must not be given the token: it goes to the account's own host only, and in clear only here. */
function wrongAddress({ websocketUrl, baseUrl }: MachineTransport): string | null {
  let url: URL
  try {
    url = new URL(websocketUrl)
  } catch {
    return machineConnectionText.noAddress
  }
  // A WebSocket has no fragment: the library would throw.
  if (url.hash) return machineConnectionText.noAddress
  if (url.protocol !== 'wss:' && !(url.protocol === 'ws:' && isLoopback(url.hostname)))
    return machineConnectionText.notEncrypted
  const base = new URL(baseUrl)
  // Default ports vanish from a URL, so that `https:` and `wss:` without one compare equal.
  if (url.hostname !== base.hostname || url.port !== base.port) return machineConnectionText.otherHost
  return null
}

const lost = (reason: string, retry: boolean): ConnectionEnd => ({ kind: 'lost', reason, retry })

/** Why no connection came about; `null` where the socket’s end says it. A TLS that is wrong stays so at the next try. */
function notConnected(error: Error): ConnectionEnd | null {
  if (error instanceof ProxyFailure)
    return lost(machineConnectionText.proxyFailed(error.proxy, error.message), error.isPassing)
  const trouble = tlsTrouble(error)
  if (trouble) return lost(machineConnectionText.tlsFailed(trouble.what, trouble.advice), false)
  const isOfSocket = /^E[A-Z_]+$/.test(errorCode(error))
  return isOfSocket ? lost(machineConnectionText.unreachable(describeError(error)), true) : null
}

/** What it means that the service did not open the socket, by its HTTP status. */
function turnedAway(status: number): ConnectionEnd {
  if (status === 404 || status === 410) return lost(machineConnectionText.unknownSession, false)
  if (status === 429 || status >= 500) return lost(machineConnectionText.notReady(status), true)
  return lost(machineConnectionText.refusedWith(status), false)
}

/** Why a connection broke, by the error that came before. */
function broken(error: Error | null): ConnectionEnd {
  const code = errorCode(error)
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return lost(machineConnectionText.tooLarge, true)
  if (code.startsWith('WS_ERR_')) return lost(machineConnectionText.noMessage, true)
  return lost(machineConnectionText.broken, true)
}

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
    this.#heartbeat?.heard()
    this.#socket?.resume()
  }

  readonly close = (): void =>
    this.#end({ kind: 'exit', code: null, signal: null, reason: connectionText.closed })

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
    socket.on('pong', () => this.#heartbeat?.heard())
    socket.on('message', (data, isBinary) => {
      if (!this.#hasEnded) this.#hear(isBinary ? null : data.toString())
    })
    socket.on('unexpected-response', (request, response) => {
      request.destroy()
      this.#end(turnedAway(response.statusCode ?? 0))
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
      () => this.#end(lost(machineConnectionText.silent, true)),
    )
    events.state('live')
  }

  /** @param text of a message, `null` for a binary one */
  #hear(text: string | null): void {
    const { events } = this.#parts
    this.#heartbeat?.heard()
    const message = text === null ? null : parseMessage(text)
    if (message?.type === 'output') {
      this.#said = ''
      events.data(this.#decode(message.data))
    } else if (message?.type === 'error') {
      this.#said = printableLine(message.message ?? message.data ?? machineConnectionText.noReason)
      events.notice(`VSay: ${this.#said}`)
    } else if (message) {
      const why = printableLine(message.message ?? message.data ?? '')
      const reason = why ? machineConnectionText.endedBecause(why) : machineConnectionText.ended
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
    if (clock.monotonicMs() >= expiresMs) return lost(machineConnectionText.expired, false)
    if (code === policyViolation || this.#said)
      return lost(machineConnectionText.refusedBecause(this.#said || machineConnectionText.noReason), false)
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

/** How the socket is connected: straight, or through the proxy that the system has for the account. */
function connector(
  { proxy, websocketUrl }: MachineTransport,
  trust: Trust,
  signal: AbortSignal,
): ClientRequestArgs['createConnection'] {
  const { hostname, protocol, port } = new URL(websocketUrl)
  const isSecure = protocol === 'wss:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const target = { host, port: Number(port) || (isSecure ? 443 : 80) }
  const open = async () => {
    const socket =
      proxy === null
        ? await dialTcp(target, connectTimeoutMs, signal)
        : await openTunnel({ ...target, proxy, trust }, connectTimeoutMs, signal)
    return isSecure ? overTls(socket, host, trust, connectTimeoutMs, signal) : socket
  }
  return (_options, done) => {
    open().then(
      (socket) => done(null, socket),
      // No stream then, which the types do not know.
      (failure) => (done as (failure: Error) => void)(failure),
    )
    return null
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
