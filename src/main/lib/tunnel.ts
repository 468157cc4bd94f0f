import http from 'node:http'
import { isIPv6, type Socket } from 'node:net'
import { proxyText } from '../../shared/text/proxy'
import { askSocks5, SocksRefusal } from '../socks'
import type { Trust } from '../trust'
import { dialTcp } from './dial'
import { errorCode } from './errno'
import { overTls } from './tls'
import { tlsTrouble } from './tls-trouble'

/** Where a tunnel leads, and through what. */
type TunnelTarget = {
  /** `http://host:port`, `https://host:port` or `socks5://host:port`. */
  proxy: string
  host: string
  port: number
  /** What to trust as the proxy's identity, where it speaks TLS. */
  trust: Trust
}

/** The system's proxy opened no way to a service. The message follows its name in a sentence. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure'

  constructor(
    /** The proxy's host and port. */
    readonly proxy: string,
    message: string,
    /** Whether it may open one later, with nothing changed here. */
    readonly isPassing: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'socks5:': 1080 }

/**
 * Opens a way through the system's proxy, over which nothing has been sent yet. The proxy is asked once.
 *
 * @param signal gives up, and its reason is thrown; it does not touch a tunnel that is open
 * @throws {ProxyFailure} for whatever the proxy does or fails to do
 */
export async function openTunnel(
  target: TunnelTarget,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Socket> {
  const { hostname, host: name, protocol, port } = new URL(target.proxy)
  const proxyAt = { host: withoutBrackets(hostname), port: Number(port) || (usualPorts[protocol] ?? 80) }
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(silence), timeoutMs)
  const giveUp = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', giveUp, { once: true })
  if (signal?.aborted) giveUp()
  let socket: Socket | null = null
  try {
    socket = await dialTcp(proxyAt, timeoutMs, stop.signal)
    stop.signal.addEventListener('abort', () => socket?.destroy())
    if (protocol === 'https:')
      socket = await overTls(socket, proxyAt.host, target.trust, timeoutMs, stop.signal)
    const destination = { host: withoutBrackets(target.host), port: target.port }
    return await (protocol === 'socks5:'
      ? askSocks5(socket, proxyAt, destination, timeoutMs)
      : askToConnect(socket, destination))
  } catch (cause) {
    socket?.destroy()
    if (signal?.aborted) throw signal.reason
    throw failureOf(name, stop.signal.aborted ? silence : cause)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')

const silence = Object.assign(new Error('the proxy does not answer'), { code: 'ETIMEDOUT' })

/** What a proxy answered to `CONNECT` instead of opening the way. */
class ConnectRefusal extends Error {
  constructor(
    readonly status: number,
    /** Squid's own word for it, such as `ERR_DNS_FAIL`. */
    readonly squid: string,
  ) {
    super(`answered ${status}`)
  }
}

/** HTTP's `CONNECT`. */
function askToConnect(socket: Socket, { host, port }: { host: string; port: number }): Promise<Socket> {
  const to = `${isIPv6(host) ? `[${host}]` : host}:${port}`
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: to,
      headers: { host: to },
    })
    // The parser hands over whatever was answered.
    request.once('connect', ({ statusCode = 0, headers }, opened, early) => {
      if (statusCode < 200 || statusCode > 299) {
        const [squid = ''] = /^ERR_[A-Z_]+/.exec(String(headers['x-squid-error'] ?? '')) ?? []
        return reject(new ConnectRefusal(statusCode, squid))
      }
      // The other side's first bytes belong to whoever speaks with it.
      if (early.length > 0) opened.unshift(early)
      resolve(socket)
    })
    request.once('error', reject)
    request.end()
  })
}

/** What a proxy's answer to `CONNECT` means, by its status. */
function refusalOf(status: number): string {
  if (status === 407) return proxyText.wantsSignIn
  if (status === 511) return proxyText.networkSignIn
  if (status >= 500) return proxyText.serviceUnreached
  if (status === 429) return proxyText.tooMany
  return proxyText.serviceNotAllowed
}

/** Other failures of the request, by socket or parser code. */
const mishaps = (): Readonly<Record<string, string>> => ({
  ENOTFOUND: proxyText.unknownName,
  EAI_AGAIN: proxyText.nameNotNow,
  ECONNREFUSED: proxyText.nothingListens,
  ETIMEDOUT: proxyText.silent,
  EHOSTUNREACH: proxyText.noRoute,
  ENETUNREACH: proxyText.noRoute,
  ECONNRESET: proxyText.hungUp,
  EPIPE: proxyText.hungUp,
})

function failureOf(proxy: string, cause: unknown): ProxyFailure {
  if (cause instanceof SocksRefusal) return new ProxyFailure(proxy, cause.message, cause.isPassing, { cause })
  if (cause instanceof ConnectRefusal) {
    const { status, squid } = cause
    const isPassing = status === 429 || (status >= 500 && status !== 511)
    const proof = [status, ...(squid ? [squid] : [])].join(', ')
    return new ProxyFailure(proxy, proxyText.withProof(refusalOf(status), proof), isPassing, { cause })
  }
  const trouble = tlsTrouble(cause)
  if (trouble) return new ProxyFailure(proxy, trouble.what, false, { cause })
  const code = errorCode(cause)
  const isGarbage = code.startsWith('HPE_')
  const what = isGarbage ? proxyText.noHttp : (mishaps()[code] ?? proxyText.unreachable(code))
  return new ProxyFailure(proxy, what, !isGarbage, { cause })
}
