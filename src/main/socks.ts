import type { Socket } from 'node:net'

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
const refusals: readonly [said: RegExp, why: string, isPassing: boolean][] = [
  [/invalid socks version|initial handshake response/, 'does not speak SOCKS 5', false],
  [/authentication type/, 'asks for a sign-in, which is not supported', false],
  [/- NotAllowed$/, 'does not allow the way', false],
  [/- NetworkUnreachable$/, 'does not reach the network of the service', true],
  [/- HostUnreachable$/, 'does not reach the service', true],
  [/- ConnectionRefused$/, 'was refused by the service', true],
  [/- TTLExpired$/, 'gave up on the way', true],
  [/rejected connection/, 'refused the way', false],
  [/^Socket closed|ECONNRESET|EPIPE/, 'hung up instead of opening a way', true],
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
  const [, why, isPassing] = refusals.find(([sentence]) => sentence.test(said)) ?? []
  return why === undefined ? error : new SocksRefusal(why, isPassing ?? false)
}
