import type { BaseAgent, ClientChannel } from 'ssh2'
import { printableLine } from '../../../shared/printable'
import type { SshHost, TerminalSize } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import { sshText } from '../../../shared/text/ssh'
import { hostAndPort } from '../config/host-and-port'
import { knownHostsFiles } from '../config/known-hosts-file'
import type { Ask, Connect, Connection, ConnectionEnd, ConnectionEvents } from '../connection'
import { ConnectionFailure, describeError } from '../failure'
import type { AgentMachine } from './agent'
import { dial, dialThrough } from './dial'
import { PortForwards } from './forwards'
import { Hop, type HopContext, type HopTarget } from './hop'
import { KeyRing } from './key-ring'
import { remoteEnvironment } from './locale'
import type { OpenKey } from './private-key'
import { sharedHostKeyQuestions } from './shared-questions'
import { boundedSize, guardWindow, openShell } from './shell'

const dialWithinMs = 20_000
const farewellMs = 2_000

/** What SSH needs from the machine. */
type SshMachine = AgentMachine & {
  /** The first is written to, all are read. */
  knownHostsFiles: readonly [string, ...string[]]
  /** Opens the text of a key file without holding this thread up. */
  openKey: OpenKey
}

/** What the sessions of all hosts share. */
type Common = {
  /** What a shell is told of this machine, such as `LANG`. */
  shellEnvironment: Record<string, string>
  forwards: PortForwards
}

/**
 * SSH as a transport: the hops to a host one after another, each with its host key checked and then signed in, then a
 * shell in a pseudo terminal and the host's forwards.
 */
export function connectSsh(machine: SshMachine): (host: SshHost) => Connect {
  const knownHosts = knownHostsFiles(machine.knownHostsFiles)
  const share = sharedHostKeyQuestions()
  const common = { shellEnvironment: remoteEnvironment(machine.environment), forwards: new PortForwards() }

  return (host) => (size, events, ask, signal) => {
    const closing = new AbortController()
    const shared = share(untilAborted(ask, closing.signal))
    let secretsAsked = false
    const askWhileOpen: Ask = (question) => {
      secretsAsked ||= question.kind === 'secrets'
      return shared(question)
    }
    const notice = (line: string) => {
      if (!closing.signal.aborted) events.notice(line)
    }
    const keys = new KeyRing({ machine, open: machine.openKey, ask: askWhileOpen, notice })
    const context: HopContext = {
      knownHosts,
      keys,
      ask: askWhileOpen,
      notice,
      keepAliveSeconds: host.keepAliveSeconds,
      signal: closing.signal,
    }
    const session = new SshSession(host, context, common, size, events, closing, () => secretsAsked)
    if (signal.aborted) session.close()
    signal.addEventListener('abort', () => session.close(), { once: true })
    session.start()
    return session
  }
}

/** A question of a connection that is gone has no answer. */
function untilAborted(ask: Ask, signal: AbortSignal): Ask {
  return (question) =>
    new Promise((resolve, reject) => {
      const giveUp = () => resolve(null)
      if (signal.aborted) return giveUp()
      signal.addEventListener('abort', giveUp, { once: true })
      ask(question)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', giveUp))
    })
}

class SshSession implements Connection {
  readonly #host: SshHost
  readonly #context: HopContext
  readonly #common: Common
  readonly #events: ConnectionEvents
  readonly #closing: AbortController
  readonly #secretsAsked: () => boolean
  readonly #hops: Hop[] = []
  #size: TerminalSize
  #channel: ClientChannel | null = null
  #closeForwards = () => {}
  #failure: ConnectionFailure | null = null
  #paused = false
  #ended = false

  constructor(
    host: SshHost,
    context: HopContext,
    common: Common,
    size: TerminalSize,
    events: ConnectionEvents,
    closing: AbortController,
    secretsAsked: () => boolean,
  ) {
    this.#host = host
    this.#context = context
    this.#common = common
    this.#size = boundedSize(size)
    this.#events = events
    this.#closing = closing
    this.#secretsAsked = secretsAsked
  }

  start(): void {
    if (this.#ended) return
    this.#events.state('connecting')
    this.#open().catch((error) => this.#fail(error))
  }

  write(data: string): boolean {
    return this.#channel?.writable ? this.#channel.write(data) : true
  }

  resize(size: TerminalSize): void {
    this.#size = boundedSize(size)
    this.#channel?.setWindow(this.#size.rows, this.#size.cols, 0, 0)
  }

  pause(): void {
    this.#paused = true
    this.#channel?.pause()
    this.#channel?.stderr.pause()
  }

  resume(): void {
    this.#paused = false
    this.#channel?.resume()
    this.#channel?.stderr.resume()
  }

  close(): void {
    this.#end({ kind: 'exit', code: null, signal: null, reason: connectionText.closed })
  }

  async #open(): Promise<void> {
    const { user, host, port, hostKeyAlias, jumps } = this.#host
    // A hop without a user or keys of its own has the host's.
    const route: HopTarget[] = [
      ...jumps.map((jump) => ({ ...jump, user: jump.user ?? user, keys: jump.keys ?? this.#host })),
      { user, host, port, hostKeyAlias, keys: this.#host },
    ]
    const forwardedAgent = this.#host.agentForwarding ? await this.#context.keys.agent(this.#host) : null
    if (this.#host.agentForwarding && !forwardedAgent) this.#context.notice(sshText.noAgent)
    for (const [index, target] of route.entries()) {
      await this.#nextHop(target, index === route.length - 1 ? forwardedAgent : null)
    }
    const client = this.#hops.at(-1)?.client
    if (!client || this.#ended) return
    const size = this.#size
    const channel = await openShell(client, size, {
      forwardsAgent: forwardedAgent !== null,
      environment: this.#common.shellEnvironment,
      notice: this.#context.notice,
    })
    if (this.#ended) return
    this.#carry(channel)
    if (this.#size !== size) this.resize(this.#size)
    this.#closeForwards = this.#common.forwards.open(this.#host.forwards, {
      client,
      route: route.map(({ user, host, port }) => `${user}@${hostAndPort(host, port)}`).join(),
      notice: this.#context.notice,
    })
  }

  async #nextHop(target: HopTarget, forwardedAgent: BaseAgent | null): Promise<void> {
    if (this.#ended) return
    const before = this.#hops.at(-1)
    const socket = before
      ? await dialThrough(before.client, target.host, target.port)
      : await dial(target.host, target.port, dialWithinMs, this.#closing.signal)
    const hop = new Hop(target, socket, this.#context, forwardedAgent)
    await hop.open()
    if (this.#ended) {
      hop.client.destroy()
      return
    }
    this.#hops.push(hop)
    // With a shell its tail comes first: its channel closes after what was received was read.
    hop.onLost((failure) => {
      this.#failure ??= failure
      if (!this.#channel) this.#fail(failure)
    })
  }

  #carry(channel: ClientChannel): void {
    this.#channel = channel
    let code: number | null = null
    let signal: string | null = null
    let exited = false
    let open = 2
    const closed = () => {
      if (--open > 0) return
      if (exited) this.#end({ kind: 'exit', code, signal, reason: exitReason(code, signal) })
      else if (this.#failure) this.#fail(this.#failure)
      else this.#fail(new ConnectionFailure(sshText.cutOff, false))
    }
    const data = (bytes: Buffer) => this.#events.data(bytes)

    guardWindow(channel, () => this.#fail(new ConnectionFailure(sshText.sendsTooMuch, false)))
    channel.on('exit', (exitCode: number | null, exitSignal?: string) => {
      exited = true
      code = exitCode
      signal = exitSignal ? printableLine(exitSignal, 40) : null
    })
    channel.on('error', (error: Error) => this.#fail(error))
    channel.on('drain', () => {
      if (!this.#ended) this.#events.drain()
    })
    channel.once('close', closed)
    channel.stderr.once('close', closed)
    this.#events.state('live')
    channel.on('data', data)
    channel.stderr.on('data', data)
    if (this.#paused) this.pause()
  }

  #fail(error: unknown): void {
    const failure =
      error instanceof ConnectionFailure
        ? error
        : new ConnectionFailure(connectionText.failed(describeError(error)), true, { cause: error })
    // A secret typed for an attempt that failed is not requested or sent again automatically.
    const isAskedAgain = !this.#channel && this.#secretsAsked()
    this.#end({ kind: 'lost', reason: failure.message, retry: failure.retry && !isAskedAgain })
  }

  #end(end: ConnectionEnd): void {
    if (this.#ended) return
    this.#ended = true
    this.#channel?.removeAllListeners('data')
    this.#closing.abort()
    this.#closeForwards()
    for (const { client } of [...this.#hops].reverse()) {
      if (end.kind === 'exit') client.end()
      // A peer that closes too late, or never, must not keep its socket.
      setTimeout(() => client.destroy(), end.kind === 'exit' ? farewellMs : 0).unref()
    }
    this.#events.end(end)
  }
}

const exitReason = (code: number | null, signal: string | null): string =>
  signal ? sshText.endedBy(signal) : sshText.exited(code)
