import type { ClientRequestArgs } from 'node:http'
import { isLoopback } from '../../../shared/loopback'
import type { Transport } from '../../../shared/terminal'
import { dialTcp } from '../../lib/dial'
import { overTls } from '../../lib/tls'
import { openTunnel } from '../../lib/tunnel'
import type { Trust } from '../../trust'

/** A created VSay session and where its socket must be. */
export type MachineTransport = Extract<Transport, { kind: 'machine' }>

/** Time-out of each step of connecting, ms: the connection, the tunnel of a proxy, the encryption. */
const connectTimeoutMs = 10_000

/** Why an address must not be given the token: it goes to the account's own host only, and in clear only here. */
export function wrongAddress({ websocketUrl, baseUrl }: MachineTransport): string | null {
  let url: URL
  try {
    url = new URL(websocketUrl)
  } catch {
    return 'VSay gave an address for the terminal that is no address. Nothing was connected.'
  }
  // A WebSocket has no fragment: the library would throw.
  if (url.hash) return 'VSay gave an address for the terminal that is no address. Nothing was connected.'
  if (url.protocol !== 'wss:' && !(url.protocol === 'ws:' && isLoopback(url.hostname)))
    return 'VSay gave an unencrypted address for the terminal. Nothing was connected.'
  const base = new URL(baseUrl)
  // Default ports vanish from a URL, so that `https:` and `wss:` without one compare equal.
  if (url.hostname !== base.hostname || url.port !== base.port)
    return 'VSay gave an address for the terminal on another host than the account’s. Nothing was connected.'
  return null
}

/** How the socket is connected: straight, or through the proxy that the system has for the account. */
export function connector(
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
