import type { Duplex } from 'node:stream'
import ssh2, { type AnyAuthMethod, type BaseAgent, type Client } from 'ssh2'
import { printableLines } from '../../../shared/printable'
import type { KeyChoice } from '../../../shared/terminal'
import { hostAndPort } from '../config/host-and-port'
import type { KnownHostsFiles } from '../config/known-hosts-file'
import type { Ask } from '../connection'
import { ConnectionFailure, describeError, describeFarewell, fileTrouble } from '../failure'
import { authentication, type Login } from './auth'
import { Deadline } from './deadline'
import { disagreement } from './disagreement'
import { firstWords } from './first-words'
import { hostKeyCheck } from './host-keys'
import type { KeyRing } from './key-ring'
import { Ssh2Inside } from './ssh2-inside'

/** From the first byte until the server is ready for somebody to sign in, without the time that a person takes to answer. */
const greetWithinMs = 30_000
/** For each answer of a server to somebody who signs in: it may ask a person at its end, on a phone or in a browser. */
const verdictWithinMs = 300_000
/** Keep-alives that stay unanswered before the peer counts as dead. */
const keepAliveTries = 3
/** What a server may say before we are in; beyond, it is not a server that greets. */
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

/** A server that trusts us and that we trust. */
export type Hop = {
  client: Client
  /** Called once when it breaks later. */
  onLost(listener: (failure: ConnectionFailure) => void): void
}

/**
 * Makes a byte stream to an SSH server into a signed-in client: first its host key, then our credentials.
 *
 * @param socket to the server; destroyed on failure
 * @param forwardedAgent the agent that programs on the host may use; `null` for none
 * @throws {ConnectionFailure}
 */
export async function openHop(
  target: HopTarget,
  socket: Duplex,
  context: HopContext,
  forwardedAgent: BaseAgent | null,
): Promise<Hop> {
  const name = hostAndPort(target.host, target.port)
  const client = new ssh2.Client()
  const inside = new Ssh2Inside()
  let trusted = false
  let settle: (result: { failure: ConnectionFailure } | 'ready') => void = () => undefined
  const settled = new Promise<{ failure: ConnectionFailure } | 'ready'>((resolve) => {
    settle = resolve
  })
  const fail = (failure: ConnectionFailure) => settle({ failure })

  // Before anything may fail: an `error` without a listener would take the thread down.
  let lost: ConnectionFailure | null = null
  const lostListeners: ((failure: ConnectionFailure) => void)[] = []
  const lose = (failure: ConnectionFailure) => {
    if (lost) return
    lost = failure
    fail(failure)
    for (const listener of lostListeners) listener(failure)
  }
  socket.on('error', () => undefined)

  const clock = new Deadline(greetWithinMs, () => lose(broken('it does not get on with signing in')))
  const ask: Ask = (question) => clock.without(context.ask(question))
  const auth = authentication({
    login: target,
    offers: context.keys.offers(target.keys, clock.without),
    ask,
    isTrusted: () => trusted,
    leave: () => lose(new ConnectionFailure(auth.failure(), false)),
  })
  let signedIn = false
  let noServer: ReturnType<typeof firstWords> = () => null
  /** While credentials are at stake, nothing is tried again by itself: a wrong one could lock the account. */
  const broken = (why: string) =>
    (inside.isGreeted ? null : noServer(name)) ??
    new ConnectionFailure(`${name}: ${why}.`, signedIn || !auth.attempted)
  const farewell = (reason: number, text: string) => {
    if (/too many authentication failures/i.test(text)) return new ConnectionFailure(auth.cutShort(), false)
    const { why, isFinal } = describeFarewell(reason, text)
    return isFinal ? new ConnectionFailure(`${name}: ${why}.`, false) : broken(why)
  }
  const abort = () => lose(new ConnectionFailure('Closed.', false))
  context.signal.addEventListener('abort', abort, { once: true })

  try {
    const hostKeys = await hostKeyCheck(target, context.knownHosts, ask)
    if (socket.destroyed) throw broken('the connection was closed')

    client.on('error', (error) => {
      const level = 'level' in error ? error.level : undefined
      if (level === 'agent') return
      if (level === 'client-authentication') {
        if (/^All configured/.test(error.message)) lose(new ConnectionFailure(auth.failure(), false))
        return
      }
      // What the two sides cannot agree on now they will not agree on later either.
      if (level === 'handshake')
        lose(new ConnectionFailure(`${name} ${disagreement(error, inside.offered)}.`, false))
      else lose(broken(describeError(error)))
    })
    client.on('close', () => lose(broken('the connection was closed')))
    client.on('handshake', () => {
      hostKeys
        .settle()
        .catch((error) => context.notice(`The key of ${name} was not written down: ${fileTrouble(error)}.`))
    })
    client.on('change password', () =>
      lose(
        new ConnectionFailure(
          `${name} wants a new password, which can only be set in another client.`,
          false,
        ),
      ),
    )
    const hear = listener(context.notice, () =>
      lose(new ConnectionFailure(`${name} greets without end. It may not be what it says it is.`, false)),
    )
    client.on('greeting', hear)
    client.on('banner', hear)
    client.on('ready', () => {
      signedIn = true
      socket.on('data', inside.heard)
      settle('ready')
    })
    client.connect({
      sock: socket,
      username: target.user,
      readyTimeout: 0,
      keepaliveInterval: context.keepAliveSeconds * 1000,
      keepaliveCountMax: keepAliveTries,
      authHandler: (left, partial, next) => {
        void clock.without(auth.next(left ?? [], partial ?? false)).then((method) => {
          clock.renew(verdictWithinMs)
          // ssh2 takes `false` for the end; its types do not say so.
          const take = next as (method: AnyAuthMethod | false) => void
          take(method ?? false)
        })
      },
      debug: inside.debug,
      // Not for signing in, which the handler does, but for what the shell may ask for later.
      agent: forwardedAgent ?? undefined,
      // Ciphers and key exchanges in ssh2's order: AES-GCM first, which is the fastest here, no exchange with SHA-1.
      algorithms: { serverHostKey: hostKeys.offer, compress: ['none'] },
      hostVerifier: (blob: Buffer, verified: (accepted: boolean) => void) => {
        // A rekey: ssh2 mixes up what comes after it where the answer is not given at once.
        if (trusted) {
          const same = hostKeys.isAccepted(blob)
          if (!same)
            lose(new ConnectionFailure(`${name} came with another host key in mid-connection.`, false))
          verified(same)
          return
        }
        // ssh2 throws where it is answered after the connection went, as it may while a person thinks. It need not hear of
        // a refusal: the connection ends with it.
        hostKeys.verify(blob).then(
          () => {
            if (lost) return
            trusted = true
            verified(true)
          },
          (error) => lose(error instanceof ConnectionFailure ? error : broken(describeError(error))),
        )
      },
    })
    inside.attach(client, {
      refused: auth.refused,
      said(text) {
        auth.said()
        hear(text)
      },
      left: (reason, text) => lose(farewell(reason, text)),
    })
    noServer = firstWords(socket)
    const result = await settled
    if (result !== 'ready') throw result.failure
    client.setNoDelay(true)
    return {
      client,
      onLost(listener) {
        if (lost) listener(lost)
        else lostListeners.push(listener)
      },
    }
  } catch (error) {
    client.destroy()
    socket.destroy()
    throw error
  } finally {
    clock.clear()
    context.signal.removeEventListener('abort', abort)
  }
}

/** Passes on what the server says before we are in, to an end. */
function listener(notice: (line: string) => void, tooMuch: () => void): (text: string) => void {
  let characters = 0
  return (text) => {
    const before = characters
    // Nothing counts too, or it could be said for ever.
    characters += text.length + 1
    if (characters > maxBannerCharacters) {
      if (before <= maxBannerCharacters) tooMuch()
      return
    }
    for (const line of printableLines(text, maxBannerCharacters)) notice(line)
  }
}
