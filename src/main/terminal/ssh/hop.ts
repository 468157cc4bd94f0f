import type { Duplex } from 'node:stream'
import ssh2, { type AnyAuthMethod, type BaseAgent } from 'ssh2'
import { printableLines } from '../../../shared/printable'
import type { KeyChoice } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import { sshText } from '../../../shared/text/ssh'
import { hostAndPort } from '../config/host-and-port'
import type { KnownHostsFiles } from '../config/known-hosts-file'
import type { Ask } from '../connection'
import { ConnectionFailure, describeError, describeFarewell, fileTrouble } from '../failure'
import { type Authentication, authentication, type Login } from './auth'
import { Deadline } from './deadline'
import { disagreement } from './disagreement'
import { firstWords } from './first-words'
import { type HostKeyCheck, hostKeyCheck } from './host-keys'
import type { KeyRing } from './key-ring'
import { Ssh2Inside } from './ssh2-inside'

/** Limit from the first byte until the server is ready for sign-in, not counting a person's answers, ms. */
const greetWithinMs = 30_000
/** Limit for each server answer during sign-in, ms: it may ask a person, on a phone or in a browser. */
const verdictWithinMs = 300_000
/** Unanswered keep-alives before the peer counts as dead. */
const keepAliveTries = 3
/** Longest text before sign-in; more is no greeting. */
const maxBannerCharacters = 32 * 1024

/** Where a hop leads, and who signs in there with what. */
export type HopTarget = Login & {
  /** The name by which known_hosts knows it, where that is not its address. */
  hostKeyAlias?: string
  keys: KeyChoice
}

/** What every hop of a connection shares. */
export type HopContext = {
  knownHosts: KnownHostsFiles
  keys: KeyRing
  ask: Ask
  notice(line: string): void
  /** 0 is off. */
  keepAliveSeconds: number
  signal: AbortSignal
}

/** A server on the way to a host: it trusts us and we trust it, once it is open. */
export class Hop {
  readonly client = new ssh2.Client()
  readonly #target: HopTarget
  readonly #name: string
  readonly #socket: Duplex
  readonly #context: HopContext
  readonly #forwardedAgent: BaseAgent | null
  readonly #inside = new Ssh2Inside()
  readonly #deadline: Deadline
  readonly #ask: Ask
  readonly #auth: Authentication
  #noServer: ReturnType<typeof firstWords> = () => null
  #isTrusted = false
  #isSignedIn = false
  #lost: ConnectionFailure | null = null
  #onReady: () => void = () => undefined
  readonly #lostListeners: ((failure: ConnectionFailure) => void)[] = []

  /**
   * @param socket to the server; destroyed on failure
   * @param forwardedAgent the agent that programs on the host may use; `null` for none
   */
  constructor(target: HopTarget, socket: Duplex, context: HopContext, forwardedAgent: BaseAgent | null) {
    this.#target = target
    this.#name = hostAndPort(target.host, target.port)
    this.#socket = socket
    this.#context = context
    this.#forwardedAgent = forwardedAgent
    // First, before anything can fail: an unhandled `error` would crash the thread.
    socket.on('error', () => undefined)
    const deadline = new Deadline(greetWithinMs, () => this.#break(sshText.noProgress))
    this.#deadline = deadline
    this.#ask = (question) => deadline.without(context.ask(question))
    this.#auth = authentication({
      login: target,
      offers: context.keys.offers(target.keys, deadline.without),
      ask: this.#ask,
      isTrusted: () => this.#isTrusted,
      leave: () => this.#refuse(this.#auth.failure()),
    })
  }

  /**
   * Turns the byte stream into a signed-in client: first the server's host key, then our credentials.
   *
   * @throws {ConnectionFailure}
   */
  async open(): Promise<void> {
    const { client } = this
    const { signal } = this.#context
    const abort = () => this.#refuse(connectionText.closed)
    signal.addEventListener('abort', abort, { once: true })
    const settled = new Promise<void>((resolve, reject) => {
      this.#onReady = resolve
      this.onLost(reject)
    })
    // It may be lost before anyone awaits it.
    settled.catch(() => undefined)
    try {
      const hostKeys = await hostKeyCheck(this.#target, this.#context.knownHosts, this.#ask)
      if (this.#socket.destroyed) throw this.#broken(connectionText.wasClosed)
      this.#connect(hostKeys)
      await settled
      client.setNoDelay(true)
    } catch (error) {
      client.destroy()
      this.#socket.destroy()
      throw error
    } finally {
      this.#deadline.clear()
      signal.removeEventListener('abort', abort)
    }
  }

  /** `listener` is called once when it breaks. */
  onLost(listener: (failure: ConnectionFailure) => void): void {
    if (this.#lost) listener(this.#lost)
    else this.#lostListeners.push(listener)
  }

  #connect(hostKeys: HostKeyCheck): void {
    const { client } = this
    const hear = listener(this.#context.notice, () => this.#refuse(sshText.endlessGreeting(this.#name)))
    client.on('error', (error) => this.#failed(error))
    client.on('close', () => this.#break(connectionText.wasClosed))
    client.on('handshake', () => {
      hostKeys
        .settle()
        .catch((error) => this.#context.notice(sshText.keyNotWrittenDown(this.#name, fileTrouble(error))))
    })
    client.on('change password', () => this.#refuse(sshText.wantsNewPassword(this.#name)))
    client.on('greeting', hear)
    client.on('banner', hear)
    client.on('ready', () => {
      this.#isSignedIn = true
      this.#socket.on('data', this.#inside.heard)
      this.#onReady()
    })
    client.connect({
      sock: this.#socket,
      username: this.#target.user,
      readyTimeout: 0,
      keepaliveInterval: this.#context.keepAliveSeconds * 1000,
      keepaliveCountMax: keepAliveTries,
      authHandler: (left, partial, next) => {
        void this.#deadline.without(this.#auth.next(left ?? [], partial ?? false)).then((method) => {
          this.#deadline.renew(verdictWithinMs)
          // ssh2 takes `false` for the end; its types do not say so.
          const take = next as (method: AnyAuthMethod | false) => void
          take(method ?? false)
        })
      },
      debug: this.#inside.debug,
      // Not for signing in, which the handler does, but for what the shell may ask for later.
      agent: this.#forwardedAgent ?? undefined,
      // Ciphers and key exchanges in ssh2's order: AES-GCM first, which is the fastest here, no exchange with SHA-1.
      algorithms: { serverHostKey: hostKeys.offer, compress: ['none'] },
      hostVerifier: (blob: Buffer, verified: (accepted: boolean) => void) =>
        this.#verify(hostKeys, blob, verified),
    })
    this.#inside.attach(client, {
      refused: this.#auth.refused,
      said: (text) => {
        this.#auth.said()
        hear(text)
      },
      left: (reason, text) => this.#lose(this.#farewell(reason, text)),
    })
    this.#noServer = firstWords(this.#socket)
  }

  #verify(hostKeys: HostKeyCheck, blob: Buffer, verified: (accepted: boolean) => void): void {
    // A rekey: ssh2 mixes up what comes after it where the answer is not given at once.
    if (this.#isTrusted) {
      const same = hostKeys.isAccepted(blob)
      if (!same) this.#refuse(sshText.otherHostKey(this.#name))
      verified(same)
      return
    }
    // ssh2 throws where it is answered after the connection went, as it may while a person thinks. It need not hear of
    // a refusal: the connection ends with it.
    hostKeys.verify(blob).then(
      () => {
        if (this.#lost) return
        this.#isTrusted = true
        verified(true)
      },
      (error) => this.#lose(error instanceof ConnectionFailure ? error : this.#broken(describeError(error))),
    )
  }

  #failed(error: Error): void {
    const level = 'level' in error ? error.level : undefined
    if (level === 'agent') return
    if (level === 'client-authentication') {
      if (/^All configured/.test(error.message)) this.#refuse(this.#auth.failure())
      return
    }
    // What the two sides cannot agree on now they will not agree on later either.
    if (level === 'handshake')
      this.#refuse(sshText.doesNot(this.#name, disagreement(error, this.#inside.offered)))
    else this.#break(describeError(error))
  }

  #farewell(reason: number, text: string): ConnectionFailure {
    if (/too many authentication failures/i.test(text))
      return new ConnectionFailure(this.#auth.cutShort(), false)
    const { why, isFinal } = describeFarewell(reason, text)
    return isFinal ? new ConnectionFailure(sshText.said(this.#name, why), false) : this.#broken(why)
  }

  /** Never retried automatically once credentials are in play: a wrong one could lock the account. */
  #broken(why: string): ConnectionFailure {
    return (
      (this.#inside.isGreeted ? null : this.#noServer(this.#name)) ??
      new ConnectionFailure(sshText.said(this.#name, why), this.#isSignedIn || !this.#auth.attempted)
    )
  }

  #break(why: string): void {
    this.#lose(this.#broken(why))
  }

  /** The next try would end the same way. */
  #refuse(message: string): void {
    this.#lose(new ConnectionFailure(message, false))
  }

  #lose(failure: ConnectionFailure): void {
    if (this.#lost) return
    this.#lost = failure
    for (const listener of this.#lostListeners) listener(failure)
  }
}

/** Passes on what the server says before we are in, to an end. */
function listener(notice: (line: string) => void, tooMuch: () => void): (text: string) => void {
  let characters = 0
  return (text) => {
    const before = characters
    // Empty texts count too, or they might never end.
    characters += text.length + 1
    if (characters > maxBannerCharacters) {
      if (before <= maxBannerCharacters) tooMuch()
      return
    }
    for (const line of printableLines(text, maxBannerCharacters)) notice(line)
  }
}
