import type { BaseAgent, ClientChannel } from 'ssh2'
import type { SshHost, TerminalSize } from '../../shared/terminal'
import { agentPlaces } from './agent'
import type { Login } from './auth'
import type { Ask, Connect, Connection, ConnectionEnd, ConnectionEvents } from './connection'
import { dial, dialThrough } from './dial'
import { ConnectionFailure, describeError } from './failure'
import { openForwards } from './forwards'
import { type Company, type Hop, openHop } from './hop'
import { keyRing } from './key-ring'
import { knownHostsFiles } from './known-hosts-file'
import { remoteEnvironment } from './locale'
import { sharedHostKeyQuestions } from './shared-questions'
import { boundedSize, guardWindow, openShell } from './shell'
import { plainLine } from './text'

const dialWithinMs = 20_000
const farewellMs = 2_000

/** What SSH connections need of the machine. */
type SshMachine = {
  /** The first is written to, all are read. */
  knownHostsFiles: readonly [string, ...string[]]
  /** Where `SSH_AUTH_SOCK` may be, and the person's locale. */
  environment: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  /** The home folder, for `~`. */
  home: string
}

/**
 * SSH as a transport: the hops to a host one after another, each with its host key checked and then signed in, then a
 * shell in a pseudo terminal and the host's forwards.
 */
export function connectSsh(machine: SshMachine): (host: SshHost) => Connect {
  const knownHosts = knownHostsFiles(machine.knownHostsFiles)
  const places = agentPlaces(machine.environment, machine.platform)
  const share = sharedHostKeyQuestions()
  const shellEnvironment = remoteEnvironment(machine.environment)

  return (host) => (size, events, ask, signal) => {
    const closing = new AbortController()
    const askWhileOpen = share(untilAborted(ask, closing.signal))
    const notice = (line: string) => {
      if (!closing.signal.aborted) events.notice(line)
    }
    const keys = keyRing(
      {
        identityFiles: host.identityFiles,
        identitiesOnly: host.identitiesOnly,
        agentPlaces: places,
        home: machine.home,
      },
      askWhileOpen,
      notice,
    )
    const company: Company = {
      knownHosts,
      keys,
      ask: askWhileOpen,
      notice,
      keepAliveSeconds: host.keepAliveSeconds,
      signal: closing.signal,
    }
    const session = new SshSession(host, company, shellEnvironment, size, events, closing)
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
  readonly #company: Company
  readonly #environment: Record<string, string>
  readonly #events: ConnectionEvents
  readonly #closing: AbortController
  readonly #hops: Hop[] = []
  #size: TerminalSize
  #channel: ClientChannel | null = null
  #closeForwards = () => {}
  #failure: ConnectionFailure | null = null
  #paused = false
  #ended = false

  constructor(
    host: SshHost,
    company: Company,
    environment: Record<string, string>,
    size: TerminalSize,
    events: ConnectionEvents,
    closing: AbortController,
  ) {
    this.#host = host
    this.#company = company
    this.#environment = environment
    this.#size = boundedSize(size)
    this.#events = events
    this.#closing = closing
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
    this.#end({ kind: 'exit', code: null, signal: null, reason: 'Closed.' })
  }

  async #open(): Promise<void> {
    const { user, host, port, jumps } = this.#host
    // A hop without a user of its own is the same person's.
    const way: Login[] = [
      ...jumps.map((jump) => ({ ...jump, user: jump.user ?? user })),
      { user, host, port },
    ]
    const lent = this.#host.agentForwarding ? await this.#company.keys.agent() : null
    if (this.#host.agentForwarding && !lent) this.#company.notice('There is no agent to forward.')
    for (const [index, login] of way.entries()) {
      await this.#nextHop(login, index === way.length - 1 ? lent : null)
    }
    const client = this.#hops.at(-1)?.client
    if (!client || this.#ended) return
    const size = this.#size
    const channel = await openShell(client, size, {
      lendAgent: lent !== null,
      environment: this.#environment,
      notice: this.#company.notice,
    })
    if (this.#ended) return
    this.#carry(channel)
    if (this.#size !== size) this.resize(this.#size)
    this.#closeForwards = openForwards(client, this.#host.forwards, this.#company.notice)
  }

  async #nextHop(login: Login, lent: BaseAgent | null): Promise<void> {
    if (this.#ended) return
    const before = this.#hops.at(-1)
    const socket = before
      ? await dialThrough(before.client, login.host, login.port)
      : await dial(login.host, login.port, dialWithinMs, this.#closing.signal)
    const hop = await openHop(login, socket, this.#company, lent)
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
      else this.#end({ kind: 'exit', code: null, signal: null, reason: 'The host ended the session.' })
    }
    const data = (bytes: Buffer) => this.#events.data(bytes)

    guardWindow(channel, () =>
      this.#fail(new ConnectionFailure('The host sends more than it was allowed to.', false)),
    )
    channel.on('exit', (exitCode: number | null, exitSignal?: string) => {
      exited = true
      code = exitCode
      signal = exitSignal ? plainLine(exitSignal, 40) : null
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
        : new ConnectionFailure(`The connection failed: ${describeError(error)}.`, true, { cause: error })
    this.#end({ kind: 'lost', reason: failure.message, retry: failure.retry })
  }

  #end(end: ConnectionEnd): void {
    if (this.#ended) return
    this.#ended = true
    this.#channel?.removeAllListeners('data')
    this.#closing.abort()
    this.#closeForwards()
    for (const { client } of [...this.#hops].reverse()) {
      if (end.kind === 'exit') client.end()
      // A peer that says goodbye too late, or never, must not keep its socket.
      setTimeout(() => client.destroy(), end.kind === 'exit' ? farewellMs : 0).unref()
    }
    this.#events.end(end)
  }
}

function exitReason(code: number | null, signal: string | null): string {
  if (signal) return `The shell was ended by ${signal}.`
  return `The shell ended with exit code ${code ?? 'unknown'}.`
}
