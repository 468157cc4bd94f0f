import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { openSocks5, SocksRefusal } from '../socks'
import type { Trust } from '../trust'
import { ConnectionFailure, describeError } from './failure'

/** Where a tunnel leads, and through what. */
type TunnelWay = {
  /** `http://host:port`, `https://host:port` or `socks5://host:port`. */
  proxy: string
  host: string
  port: number
  /** Whom to believe that it is the proxy, where that is spoken to over TLS. */
  trust: Trust
}

/**
 * Opens a way through the system's proxy, over which nothing has been sent yet.
 *
 * @param signal gives up; it does not touch a tunnel that is open
 * @throws {ConnectionFailure} worth another try unless the proxy refused
 */
export async function openTunnel(way: TunnelWay, timeoutMs: number, signal: AbortSignal): Promise<Socket> {
  if (!way.proxy.startsWith('socks5:')) return openByConnect(way, timeoutMs, signal)
  try {
    return await openSocks5(way, timeoutMs, signal)
  } catch (cause) {
    if (cause instanceof SocksRefusal) throw noWay(cause.message, cause.isPassing)
    throw unreachable(cause)
  }
}

const noWay = (why: string, retry: boolean) =>
  new ConnectionFailure(`The system’s proxy gives no way to the service: it ${why}.`, retry)

const unreachable = (cause: unknown) =>
  new ConnectionFailure(`The system’s proxy cannot be reached: ${describeError(cause)}.`, true, { cause })

/** HTTP's `CONNECT`. */
function openByConnect(
  { proxy, host, port, trust }: TunnelWay,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Socket> {
  const isSecure = proxy.startsWith('https:')
  const to = `${host}:${port}`
  return new Promise((resolve, reject) => {
    const options = { method: 'CONNECT', path: to, headers: { host: to }, agent: false, signal } as const
    const request = isSecure ? https.request(proxy, { ...options, ...trust }) : http.request(proxy, options)
    const timer = setTimeout(() => request.destroy(new Error('it does not answer')), timeoutMs)
    request.once('close', () => clearTimeout(timer))
    const refused = (status: number | undefined) => {
      request.destroy()
      const asks = status === 407 ? 'asks for a sign-in, which is not supported' : `answered ${status}`
      reject(noWay(asks, false))
    }
    request.once('connect', ({ statusCode }, socket, early) => {
      if (statusCode !== 200) return refused(statusCode)
      // What the other side says first belongs to whoever speaks with it.
      if (early.length > 0) socket.unshift(early)
      resolve(socket as Socket)
    })
    request.once('response', ({ statusCode }) => refused(statusCode))
    request.once('error', (cause) => reject(unreachable(cause)))
    request.end()
  })
}
