import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { Trust } from '../trust'
import { ConnectionFailure, describeError } from './failure'

/** Where a tunnel leads, and through what. */
type TunnelWay = {
  /** `http://host:port` or `https://host:port`. */
  proxy: string
  host: string
  port: number
  /** Whom to believe that it is the proxy, where that is spoken to over TLS. */
  trust: Trust
}

/**
 * Opens a way through an HTTP proxy (`CONNECT`), over which nothing has been sent yet.
 *
 * @param signal gives up; it does not touch a tunnel that is open
 * @throws {ConnectionFailure} worth another try unless the proxy refused
 */
export function openTunnel(
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
      reject(new ConnectionFailure(`The system’s proxy gives no way to the service: it ${asks}.`, false))
    }
    request.once('connect', ({ statusCode }, socket, early) => {
      if (statusCode !== 200) return refused(statusCode)
      // What the other side says first belongs to whoever speaks with it.
      if (early.length > 0) socket.unshift(early)
      resolve(socket as Socket)
    })
    request.once('response', ({ statusCode }) => refused(statusCode))
    request.once('error', (cause) =>
      reject(
        new ConnectionFailure(`The system’s proxy cannot be reached: ${describeError(cause)}.`, true, {
          cause,
        }),
      ),
    )
    request.end()
  })
}
