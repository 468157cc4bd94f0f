import { once } from 'node:events'
import net from 'node:net'
import { SocksClient } from 'socks'

/** Where a way leads, and through what. */
type SocksWay = {
  /** `socks5://host:port`. */
  proxy: string
  host: string
  port: number
}

/** The proxy said no. The message is the end of a sentence about it. */
export class SocksRefusal extends Error {
  /** Whether it may say yes later: it is the way behind it that fails. */
  readonly isPassing: boolean

  constructor(message: string, isPassing: boolean) {
    super(message)
    this.name = 'SocksRefusal'
    this.isPassing = isPassing
  }
}

const usualPort = 1080

/** What the library's sentences mean: of its questions, and of RFC 1928's answers to a request. */
const refusals: readonly [said: RegExp, why: string, isPassing: boolean][] = [
  [/invalid socks version|initial handshake response/, 'does not speak SOCKS 5', false],
  [/authentication type/, 'asks for a sign-in, which is not supported', false],
  [/- NotAllowed$/, 'does not allow the way', false],
  [/- NetworkUnreachable$/, 'does not reach the network of the service', true],
  [/- HostUnreachable$/, 'does not reach the service', true],
  [/- ConnectionRefused$/, 'was refused by the service', true],
  [/- TTLExpired$/, 'gave up on the way', true],
  [/rejected connection/, 'refused the way', false],
  [/^Socket closed/, 'hung up', true],
]

/**
 * Opens a way through a SOCKS 5 proxy, over which nothing has been sent yet. The proxy looks the host's name up. A proxy
 * that wants a sign-in is refused: the system's settings hold none.
 *
 * @param signal gives up; it does not touch a way that is open
 * @throws {SocksRefusal} where the proxy says no; else the error of the socket
 */
export async function openSocks5(
  { proxy, host, port }: SocksWay,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<net.Socket> {
  const at = new URL(proxy)
  const proxyAt = { host: withoutBrackets(at.hostname), port: Number(at.port) || usualPort }
  const socket = net.connect({ ...proxyAt, noDelay: true, autoSelectFamily: true })
  const hangUp = () => socket.destroy(new Error('it was not waited for'))
  const timer = setTimeout(() => socket.destroy(new Error('it does not answer')), timeoutMs)
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    signal?.throwIfAborted()
    await once(socket, 'connect')
    await SocksClient.createConnection({
      proxy: { ...proxyAt, type: 5 },
      command: 'connect',
      destination: { host: withoutBrackets(host), port },
      existing_socket: socket,
      timeout: timeoutMs,
    })
    return socket
  } catch (error) {
    // What it says from here on is nobody's concern.
    socket.on('error', () => undefined).destroy()
    throw meaningOf(error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', hangUp)
  }
}

/** The library says everything in one class of error, whose sentences are constants of its own. */
function meaningOf(error: unknown): unknown {
  const said = error instanceof Error ? error.message : ''
  const [, why, isPassing] = refusals.find(([sentence]) => sentence.test(said)) ?? []
  return why === undefined ? error : new SocksRefusal(why, isPassing ?? false)
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')
