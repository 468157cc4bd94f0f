import type { buildConnector as Connectors } from 'undici'
import buildConnector from 'undici/lib/core/connect.js'
import { dialTcp } from '../../lib/dial'
import { openTunnel } from '../../lib/tunnel'
import type { Trust } from '../../trust'

/** Time-out of each of the two parts of connecting, ms: the connection, and the encryption over it. */
const connectWithinMs = 10_000

/**
 * No connection came about; `cause` is why. The pool repeats some errors of its own kind by itself, without a pause and
 * without end: it gets none of those to see.
 */
export class NoConnection extends Error {
  constructor(override readonly cause: unknown) {
    super('no connection', { cause })
  }
}

/** Makes an account's connections: straight or through the system's proxy, which gets one attempt for each. */
export function createConnector(
  proxy: string | null,
  trust: Trust,
  signal: AbortSignal,
): Connectors.connector {
  const encrypt = buildConnector({ ...trust, timeout: connectWithinMs })
  return (options, done) => {
    const isSecure = options.protocol === 'https:'
    const target = { host: options.hostname, port: Number(options.port) || (isSecure ? 443 : 80) }
    const opening = proxy
      ? openTunnel({ ...target, proxy, trust }, connectWithinMs, signal)
      : dialTcp(target, connectWithinMs, signal)
    const fail = (cause: unknown) => done(new NoConnection(cause), null)
    opening.then((httpSocket) => {
      if (!isSecure) return done(null, httpSocket)
      encrypt({ ...options, httpSocket }, (...[error, socket]) => (error ? fail(error) : done(null, socket)))
    }, fail)
  }
}
