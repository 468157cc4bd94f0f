import net from 'node:net'

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

const version = 5
const withoutSignIn = 0
const connectTo = 1
const byName = 3
const usualPort = 1080

/** Answers to a request, RFC 1928 section 6. */
const refusals: Readonly<Record<number, SocksRefusal>> = {
  2: new SocksRefusal('does not allow the way', false),
  3: new SocksRefusal('does not reach the network of the service', true),
  4: new SocksRefusal('does not reach the service', true),
  5: new SocksRefusal('was refused by the service', true),
  6: new SocksRefusal('gave up on the way', true),
}

/**
 * Opens a way through a SOCKS 5 proxy, over which nothing has been sent yet. The proxy looks the host's name up. A proxy
 * that wants a sign-in is refused: the system's settings hold none.
 *
 * @param signal gives up; it does not touch a way that is open
 * @throws {SocksRefusal} where the proxy says no; else the error of the socket
 */
export function openSocks5(
  { proxy, host, port }: SocksWay,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<net.Socket> {
  const at = new URL(proxy)
  return new Promise((resolve, reject) => {
    const socket = net.connect({
      host: withoutBrackets(at.hostname),
      port: Number(at.port) || usualPort,
      noDelay: true,
      autoSelectFamily: true,
    })
    let heard = Buffer.alloc(0)
    let isGreeted = false
    const settle = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      socket.off('readable', read).off('end', onEnd).off('error', fail)
    }
    const fail = (error: Error) => {
      settle()
      // What it says from here on is nobody's concern.
      socket.on('error', () => undefined).destroy()
      reject(error)
    }
    const abort = () => fail(new Error('it was not waited for'))
    const onEnd = () => fail(new SocksRefusal('hung up', true))
    const timer = setTimeout(() => fail(new Error('it does not answer')), timeoutMs)
    // Not `data`, which would keep the stream flowing while nobody listens.
    const read = () => {
      for (let chunk = socket.read(); chunk !== null; chunk = socket.read())
        heard = Buffer.concat([heard, chunk])
      if (!isGreeted) {
        if (heard.length < 2) return
        if (heard[0] !== version) return fail(new SocksRefusal('does not speak SOCKS 5', false))
        if (heard[1] !== withoutSignIn)
          return fail(new SocksRefusal('asks for a sign-in, which is not supported', false))
        isGreeted = true
        heard = heard.subarray(2)
        socket.write(request(host, port))
      }
      if (heard.length < 2) return
      const code = heard[1] ?? 0
      if (code !== 0) return fail(refusals[code] ?? new SocksRefusal(`answered ${code}`, false))
      const length = answerLength(heard)
      if (length === null || heard.length < length) return
      settle()
      // What the other side says first belongs to whoever speaks with it.
      if (heard.length > length) socket.unshift(heard.subarray(length))
      resolve(socket)
    }
    socket.on('readable', read).on('end', onEnd).on('error', fail)
    socket.once('connect', () => socket.write(Buffer.from([version, 1, withoutSignIn])))
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}

const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')

function request(host: string, port: number): Buffer {
  const name = Buffer.from(withoutBrackets(host))
  return Buffer.concat([
    Buffer.from([version, connectTo, 0, byName, name.length]),
    name,
    Buffer.from([port >> 8, port & 0xff]),
  ])
}

/** How long the proxy's answer is: it ends with its own address, by number (1, 4) or by name. */
function answerLength(answer: Buffer): number | null {
  const [, , , kind, nameLength] = answer
  if (kind === 1) return 4 + 4 + 2
  if (kind === 4) return 4 + 16 + 2
  return nameLength === undefined ? null : 5 + nameLength + 2
}
