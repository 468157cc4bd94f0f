import type { Client, ClientChannel } from 'ssh2'
import type { TerminalSize } from '../../../shared/terminal'
import { sshText } from '../../../shared/text/ssh'
import { ConnectionFailure, describeError } from '../failure'

/** Most columns or rows reported to a remote program: some reserve memory for each column. */
const maxCells = 1_000

/** A window size a remote program can bear. */
export function boundedSize({ cols, rows }: TerminalSize): TerminalSize {
  const bound = (cells: number) => Math.min(Math.max(Math.trunc(cells) || 1, 1), maxCells)
  return { cols: bound(cols), rows: bound(rows) }
}

/**
 * Starts the login shell in a pseudo terminal.
 *
 * @param options forwardsAgent: a host that does not want the agent gets a shell all the same, as with OpenSSH. environment:
 *   variables that the host may take or leave; it is not asked which
 * @throws {ConnectionFailure} where the host does not give one
 */
export async function openShell(
  client: Client,
  size: TerminalSize,
  options: { forwardsAgent: boolean; environment: Record<string, string>; notice(line: string): void },
): Promise<ClientChannel> {
  const { environment } = options
  if (options.forwardsAgent) {
    try {
      return await shell(client, size, environment, true)
    } catch (error) {
      // ssh2's words.
      if (!(error instanceof Error && /agent forwarding/i.test(error.message))) throw refused(error)
      options.notice(sshText.noAgentForwarding)
    }
  }
  const opening = shell(client, size, environment, false)
  const stop = nudgeAnswers(client)
  try {
    return await opening
  } catch (error) {
    throw refused(error)
  } finally {
    stop()
  }
}

/** Interval between packets that prompt answers, ms: short enough for a quick answer, long enough for a slow server. */
const nudgeEveryMs = 3
const mostNudges = 10

/**
 * Has the server's answers come at once. OpenSSH's server gathers small packets until a shell runs: it keeps its next
 * answer back until the last one was acknowledged, and our system does that 40 to 200 ms late unless we have something
 * to send. So we send something that has no answer: that this connection gets no other session, as OpenSSH's client
 * does. Called when the one session was asked for; other servers are left alone.
 */
function nudgeAnswers(client: Client): () => void {
  // The types do not know that without a callback no answer is asked for.
  const forgo = () => Reflect.apply(client.openssh_noMoreSessions, client, [])
  let left = mostNudges
  const timer = setInterval(() => {
    try {
      forgo()
    } catch {
      // The connection is gone; whoever awaits the shell hears of it.
      left = 0
    }
    if (--left <= 0) clearInterval(timer)
  }, nudgeEveryMs)
  return () => clearInterval(timer)
}

const refused = (error: unknown) =>
  new ConnectionFailure(sshText.noTerminal(describeError(error)), false, { cause: error })

function shell(
  client: Client,
  { cols, rows }: TerminalSize,
  env: Record<string, string>,
  agentForward: boolean,
): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    // ssh2 reads `agentForward` here too; its types know it only for the whole connection.
    const options: { agentForward: boolean; env: Record<string, string> } = { agentForward, env }
    client.shell({ term: 'xterm-256color', cols, rows, width: 0, height: 0 }, options, (error, channel) => {
      if (error) reject(error)
      else resolve(channel)
    })
  })
}

/** More unread bytes than an honest server can send: ssh2 grants 2 MiB for each of two streams. */
const maxUnreadBytes = 8 * 1024 * 1024

/**
 * ssh2 counts the window that a server has left but does not hold it to it: one that sends on would fill our memory
 * while a tab is paused.
 *
 * @param exceeded called once
 */
export function guardWindow(channel: ClientChannel, exceeded: () => void): void {
  const push = channel.push.bind(channel)
  let told = false
  channel.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (channel.readableLength <= maxUnreadBytes) return push(chunk, encoding)
    if (!told) exceeded()
    told = true
    return false
  }
}
