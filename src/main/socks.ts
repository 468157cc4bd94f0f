import type { Socket } from 'node:net'
import { proxyText } from '../shared/text/proxy'

/** The proxy refused. The message follows its name in a sentence. */
export class SocksRefusal extends Error {
  /** Whether it may accept later: the way behind it failed. */
  readonly isPassing: boolean

  constructor(message: string, isPassing: boolean) {
    super(message)
    this.name = 'SocksRefusal'
    this.isPassing = isPassing
  }
}

/** What the library's sentences mean: of its questions, and of RFC 1928's answers to a request. */
const refusals = (): readonly [said: RegExp, why: string, isPassing: boolean][] => [
  [/invalid socks version|initial handshake response/, proxyText.noSocks, false],
  [/authentication type/, proxyText.wantsSignIn, false],
  [/- NotAllowed$/, proxyText.notAllowed, false],
  [/- NetworkUnreachable$/, proxyText.networkUnreached, true],
  [/- HostUnreachable$/, proxyText.serviceUnreached, true],
  [/- ConnectionRefused$/, proxyText.refusedByService, true],
  [/- TTLExpired$/, proxyText.gaveUp, true],
  [/rejected connection/, proxyText.refused, false],
  [/^Socket closed|ECONNRESET|EPIPE/, proxyText.hungUp, true],
]

/** A host, without brackets, and its port. */
type Place = { host: string; port: number }

/**
 * Asks a SOCKS 5 proxy for a way, over which nothing has been sent yet. The proxy looks the host's name up. One that wants
 * a sign-in is refused: the system's settings hold none.
 *
 * @param socket a connection to the proxy, which becomes the way
 * @throws {SocksRefusal} where the proxy says no; else the error of the socket
 */
export async function askSocks5(
  socket: Socket,
  proxy: Place,
  destination: Place,
  timeoutMs: number,
): Promise<Socket> {
  try {
    // Such proxies are rare: nobody else waits for the library.
    const { SocksClient } = await import('socks')
    await SocksClient.createConnection({
      proxy: { ...proxy, type: 5 },
      command: 'connect',
      destination,
      existing_socket: socket,
      timeout: timeoutMs,
    })
    return socket
  } catch (error) {
    throw meaningOf(error)
  }
}

/** The library uses one error class, whose sentences are its own constants. */
function meaningOf(error: unknown): unknown {
  const said = error instanceof Error ? error.message : ''
  const [, why, isPassing] = refusals().find(([sentence]) => sentence.test(said)) ?? []
  return why === undefined ? error : new SocksRefusal(why, isPassing ?? false)
}
