import { setMaxListeners } from 'node:events'
import type { Dispatcher } from 'undici'
import Agent from 'undici/lib/dispatcher/agent.js'
import { type Trust, trustIn } from '../../trust'
import { type BodyRoom, IncomingBody } from './body-room'
import { createConnector, NoConnection } from './connector'

/** How far an exchange had come when it failed. Only `connecting` is certain to have sent nothing. */
export type Stage = 'connecting' | 'waiting' | 'reading'

/** Why there is no whole answer; `cause` is what the network stack, or the aborted signal, gave. */
export class WireFailure extends Error {
  constructor(
    readonly stage: Stage,
    override readonly cause: unknown,
  ) {
    super('the exchange failed', { cause })
  }
}

/** The cause of a {@link WireFailure} for a body above its limit. */
export class TooLarge extends Error {}

/** Response headers by lower-case name; of a repeated one the last, but all encodings. */
export type WireHeaders = ReadonlyMap<string, string>

/** A whole answer, whatever its status. */
export type WireAnswer = { status: number; headers: WireHeaders; body: Buffer }

/** One request as it goes out. */
type WireRequest = {
  method: 'GET' | 'POST' | 'DELETE'
  /** Path with query, encoded. */
  path: string
  headers: Record<string, string>
  body: string | null
  bodyLimitBytes: number
  /** The room that the answer's body is read into. */
  room: BodyRoom
  /** On a connection of its own. */
  fresh: boolean
}

/** Where the connections go. */
type WireOptions = {
  origin: string
  /** The system's proxy for this origin, such as `http://proxy.example:3128` or `socks5://proxy.example:1080`. */
  proxy: string | null
  /** PEM certificates to trust; `null` for the runtime's own. */
  certificates: readonly string[] | null
}

const readHeaders = (raw: readonly Buffer[]): WireHeaders => {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase()
    const value = raw[index + 1]?.toString('latin1') ?? ''
    const before = name === 'content-encoding' && headers.get(name)
    headers.set(name, before ? `${before}, ${value}` : value)
  }
  return headers
}

/** Connections of one kind: straight, or through one proxy. */
class Connections {
  /** Shared by repeatable requests. */
  readonly kept: Dispatcher
  /** A connection for each request. */
  readonly single: Dispatcher
  readonly #closing = new AbortController()

  constructor(proxy: string | null, trust: Trust) {
    // Every connection that is being made listens, and a bulk action makes many at once.
    setMaxListeners(0, this.#closing.signal)
    const connect = createConnector(proxy, trust, this.#closing.signal)
    // Our own deadline covers connecting, headers and body together.
    const shared = { connect, headersTimeout: 0, bodyTimeout: 0 }
    this.kept = new Agent({ ...shared, pipelining: 1 })
    this.single = new Agent({ ...shared, pipelining: 0 })
  }

  /** Lets what is under way come to its end. */
  async retire(): Promise<void> {
    await Promise.all([this.kept.close(), this.single.close()])
  }

  /** Drops everything. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('not needed any more'))
    await Promise.all([this.kept.destroy(), this.single.destroy()])
  }
}

/**
 * The connections of one account; opens nothing yet. Repeatable requests share kept-alive connections, as many as are busy
 * at once. A request that must not be repeated gets a connection of its own (`fresh`): a kept one may have been dropped by
 * the service in the meantime, and then nobody could say whether the action took effect.
 */
export class Wire {
  readonly #origin: string
  readonly #trust: Trust
  #connections: Connections
  /** Replaced connections, while something is under way on them. */
  readonly #retired = new Set<Connections>()

  constructor({ origin, proxy, certificates }: WireOptions) {
    this.#origin = origin
    this.#trust = trustIn(certificates)
    this.#connections = new Connections(proxy, this.#trust)
  }

  /** Goes through another proxy, or with `null` straight, from the next request on. What is under way is not touched. */
  reroute(proxy: string | null): void {
    const before = this.#connections
    this.#connections = new Connections(proxy, this.#trust)
    this.#retired.add(before)
    const forget = () => void this.#retired.delete(before)
    before.retire().then(forget, forget)
  }

  /** Sends one request once. Rejects with a {@link WireFailure} only; aborting `signal` is its cause. */
  exchange(request: WireRequest, signal: AbortSignal): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      let stage: Stage = 'connecting'
      let settled = false
      let hangUp: (() => void) | null = null
      let status = 0
      let headers: WireHeaders = new Map()
      let incoming: IncomingBody | null = null

      const finish = (): boolean => {
        if (settled) return false
        settled = true
        signal.removeEventListener('abort', onAbort)
        return true
      }
      const fail = (cause: unknown) => {
        if (!finish()) return
        reject(new WireFailure(stage, cause))
        hangUp?.()
      }
      const onAbort = () => fail(signal.reason)
      if (signal.aborted) return onAbort()
      signal.addEventListener('abort', onAbort)

      const handler: Dispatcher.DispatchHandlers = {
        onConnect(abort) {
          hangUp = () => abort()
          // Given up while the connection was being made: it must not leave after all.
          if (settled) return hangUp()
          stage = 'waiting'
        },
        onHeaders(code, raw) {
          if (code < 200) return true
          stage = 'reading'
          status = code
          headers = readHeaders(raw)
          const declared = Number(headers.get('content-length') ?? 0)
          if (declared > request.bodyLimitBytes) fail(new TooLarge())
          else incoming = new IncomingBody(request.room, declared)
          return true
        },
        onData(chunk) {
          if (settled || !incoming) return true
          if (incoming.length + chunk.length > request.bodyLimitBytes) fail(new TooLarge())
          else incoming.add(chunk)
          return true
        },
        onComplete() {
          if (finish()) resolve({ status, headers, body: incoming?.whole() ?? Buffer.alloc(0) })
        },
        onError: (error) => fail(error instanceof NoConnection ? error.cause : error),
      }
      const { method, path, body } = request
      try {
        const { kept, single } = this.#connections
        const dispatcher = request.fresh ? single : kept
        dispatcher.dispatch(
          { origin: this.#origin, path, method, headers: { ...request.headers }, body },
          handler,
        )
      } catch (cause) {
        fail(cause)
      }
    })
  }

  /** Drops every connection. */
  async close(): Promise<void> {
    await Promise.all([this.#connections, ...this.#retired].map((each) => each.close()))
  }
}
