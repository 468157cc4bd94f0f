import type { Client } from 'ssh2'
import { DiffieHellman, usualGenerator, usualPrime } from './diffie-hellman'
import { takeLargePackets } from './large-packets'

/** What ssh2 hears from a server but does not report. */
type Ears = {
  /** A sign-in attempt was refused, or was right but not enough; ssh2 does not report the latter for a key. */
  refused(left: readonly string[], isPartial: boolean): void
  /** Keyboard-interactive said something and asked nothing; ssh2 answers by itself. */
  said(text: string): void
  /** The server ends the connection, in RFC 4253's number and perhaps in words. */
  left(reason: number, text: string): void
}

type Handler = (...args: unknown[]) => unknown

/**
 * The one place that reaches into ssh2: for what it hears and does not pass on, for what it does not take for a sign of
 * life or for a packet, and for key exchanges that it has the runtime examine for seconds. The lock file holds its version; real servers in the tests show whether another one fits.
 */
export class Ssh2Inside {
  readonly #offers = new Map<string, string[]>()
  #isGreeted = false
  #isOver = false
  #resetKeepAlive: Handler = () => undefined

  /** For `connect`: among what ssh2 tells there is what the server offers. */
  readonly debug = (line: string): void => {
    if (this.#isOver) return
    if (line.startsWith('Remote ident:')) this.#isGreeted = true
    const [, what, names] = /^Handshake: \(remote\) (.+?): (.*)$/.exec(line) ?? []
    if (what) this.#offers.set(what.toLowerCase(), (names ?? '').split(',').filter(Boolean))
  }

  /** The other side began as an SSH server does. */
  get isGreeted(): boolean {
    return this.#isGreeted
  }

  /**
   * What the server offers of one kind.
   *
   * @param what in the words of ssh2's errors, such as `key exchange algorithm`
   */
  readonly offered = (what: string): readonly string[] =>
    this.#offers.get(what === 'key exchange algorithm' ? 'kex method' : what.toLowerCase()) ?? []

  /** The other side sent something: keep-alives that it left unanswered count no more, as with OpenSSH. */
  readonly heard = (): void => void this.#resetKeepAlive()

  /** Call after `connect`. */
  attach(client: Client, ears: Ears): void {
    const protocol: unknown = Reflect.get(client, '_protocol')
    const handlers: unknown = isObject(protocol) && protocol._handlers
    if (!isObject(protocol) || !isObject(handlers)) throw new Error('This ssh2 is built otherwise.')
    const hear = (name: string, listen: Handler) => {
      const heard = handlers[name]
      if (typeof heard !== 'function') throw new Error(`This ssh2 hears no ${name}.`)
      handlers[name] = (...args: unknown[]) => {
        listen(...args.slice(1))
        return heard(...args)
      }
    }
    hear('USERAUTH_FAILURE', (left, isPartial) =>
      ears.refused(Array.isArray(left) ? left.map(String) : [], isPartial === true),
    )
    hear('USERAUTH_INFO_REQUEST', (name, instructions, prompts) => {
      if (!Array.isArray(prompts) || prompts.length === 0)
        ears.said([name, instructions].filter(Boolean).join('\n'))
    })
    hear('DISCONNECT', (reason, text) => ears.left(Number(reason), String(text ?? '')))

    const resetKeepAlive: unknown = Reflect.get(client, '_resetKA')
    if (typeof resetKeepAlive !== 'function') throw new Error('This ssh2 keeps alive otherwise.')
    this.#resetKeepAlive = () => resetKeepAlive()

    changeEach(protocol, '_kex', quicken)
    changeEach(protocol, '_decipher', takeLargePackets)
    client.once('handshake', () => {
      // Otherwise every packet is logged for nobody.
      this.#isOver = true
      protocol._debug = undefined
    })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Has every value that a property gets from now on changed before it is used. */
function changeEach(owner: object, property: string, change: (value: Record<string, unknown>) => void): void {
  let current: unknown
  Object.defineProperty(owner, property, {
    configurable: true,
    get: () => current,
    set(next: unknown) {
      current = next
      if (isObject(next)) change(next)
    },
  })
}

/** Gives a Diffie-Hellman exchange a way to its keys that blocks nobody. */
function quicken(exchange: Record<string, unknown>): void {
  if (exchange.type !== 'group' && exchange.type !== 'groupex') return
  const group = (): [Buffer, Buffer] | null => {
    const prime = exchange.type === 'group' ? usualPrime(String(exchange.groupName)) : exchange._prime
    const generator = exchange.type === 'group' ? usualGenerator : exchange._generator
    return Buffer.isBuffer(prime) && Buffer.isBuffer(generator) ? [prime, generator] : null
  }
  exchange.generateKeys = () => {
    const parameters = exchange._dh ? null : group()
    if (!parameters) return
    const keys = new DiffieHellman(...parameters)
    exchange._dh = keys
    exchange._public = keys.publicKey()
  }
}
