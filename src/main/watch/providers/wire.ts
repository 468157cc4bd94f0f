import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici'
import { openSocks5 } from '../../socks'
import { type Trust, trustIn } from '../../trust'

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

/** Response headers by lower-case name; of a repeated one the last. */
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
  /** On a connection of its own. */
  fresh: boolean
}

/** The connections of one account. */
type Wire = {
  /** Sends one request once. Rejects with a {@link WireFailure} only; aborting `signal` is its cause. */
  exchange(request: WireRequest, signal: AbortSignal): Promise<WireAnswer>
  /** Drops every connection. */
  close(): Promise<void>
}

/** Where the connections go. */
type WireOptions = {
  origin: string
  /** The system's proxy for this origin, such as `http://proxy.example:3128` or `socks5://proxy.example:1080`. */
  proxy: string | null
  /** PEM certificates to trust; `null` for the runtime's own. */
  certificates: readonly string[] | null
}

const connectWithinMs = 10_000

/** Makes connections through a SOCKS 5 proxy; TLS, where there is any, is with the service. */
function throughSocks(proxy: string, trust: Trust): buildConnector.connector {
  const secure = buildConnector({ ...trust, timeout: connectWithinMs })
  return (options, done) => {
    const isSecure = options.protocol === 'https:'
    const port = Number(options.port) || (isSecure ? 443 : 80)
    openSocks5({ proxy, host: options.hostname, port }, connectWithinMs).then(
      (socket) => (isSecure ? secure({ ...options, httpSocket: socket }, done) : done(null, socket)),
      (error: Error) => done(error, null),
    )
  }
}

const readHeaders = (raw: readonly Buffer[]): WireHeaders => {
  const headers = new Map<string, string>()
  for (let index = 0; index + 1 < raw.length; index += 2)
    headers.set(String(raw[index]).toLowerCase(), raw[index + 1]?.toString('latin1') ?? '')
  return headers
}

/**
 * Opens nothing yet. Repeatable requests share kept-alive connections, as many as are busy at once. A request that
 * must not be repeated gets a connection of its own (`fresh`): a kept one may have been dropped by the service in
 * the meantime, and then nobody could say whether the action took effect.
 */
export function createWire({ origin, proxy, certificates }: WireOptions): Wire {
  const trust = trustIn(certificates)
  const open = (pipelining: 0 | 1): Dispatcher => {
    // Our own deadline covers connecting, headers and body together.
    const shared = { pipelining, headersTimeout: 0, bodyTimeout: 0 }
    if (!proxy)
      return new Agent({ ...shared, connect: { ...trust, autoSelectFamily: true, timeout: connectWithinMs } })
    if (proxy.startsWith('socks5:')) return new Agent({ ...shared, connect: throughSocks(proxy, trust) })
    return new ProxyAgent({ ...shared, uri: proxy, requestTls: trust, proxyTls: trust })
  }
  const kept = open(1)
  const single = open(0)

  return {
    exchange: (request, signal) =>
      new Promise((resolve, reject) => {
        let stage: Stage = 'connecting'
        let settled = false
        let hangUp: (() => void) | null = null
        let status = 0
        let headers: WireHeaders = new Map()
        let size = 0
        const chunks: Buffer[] = []

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
            if (Number(headers.get('content-length')) > request.bodyLimitBytes) fail(new TooLarge())
            return true
          },
          onData(chunk) {
            size += chunk.length
            if (size > request.bodyLimitBytes) fail(new TooLarge())
            else chunks.push(chunk)
            return true
          },
          onComplete() {
            if (finish()) resolve({ status, headers, body: Buffer.concat(chunks, size) })
          },
          onError: fail,
        }
        const { method, path, body } = request
        try {
          const dispatcher = request.fresh ? single : kept
          dispatcher.dispatch({ origin, path, method, headers: { ...request.headers }, body }, handler)
        } catch (cause) {
          fail(cause)
        }
      }),
    async close() {
      await Promise.all([kept.destroy(), single.destroy()])
    },
  }
}
