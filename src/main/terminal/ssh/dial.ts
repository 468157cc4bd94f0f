import type { Duplex } from 'node:stream'
import type { Client } from 'ssh2'
import { connectionText } from '../../../shared/text/connection'
import { dialTcp } from '../../lib/dial'
import { hostAndPort } from '../config/host-and-port'
import { ConnectionFailure, describeError } from '../failure'

/**
 * Opens a TCP connection.
 *
 * @param signal gives up; it does not touch a connection that is open
 * @throws {ConnectionFailure} always worth another try: even a name may be unknown only while the network is away
 */
export async function dial(
  host: string,
  port: number,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Duplex> {
  try {
    return await dialTcp({ host, port }, timeoutMs, signal)
  } catch (cause) {
    const reason = signal.aborted ? connectionText.notWaitedFor : describeError(cause)
    throw new ConnectionFailure(connectionText.unreachable(hostAndPort(host, port), reason), true, { cause })
  }
}

/**
 * Opens a way to the next hop through one that we are connected to.
 *
 * @throws {ConnectionFailure} where the hop does not reach it or does not allow it
 */
export function dialThrough(client: Client, host: string, port: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    client.forwardOut('127.0.0.1', 0, host, port, (error, stream) => {
      if (!error) resolve(stream)
      else {
        const reason = describeError(error)
        reject(
          new ConnectionFailure(connectionText.unreachableFromJump(hostAndPort(host, port), reason), true, {
            cause: error,
          }),
        )
      }
    })
  })
}
