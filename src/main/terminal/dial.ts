import net from 'node:net'
import type { Duplex } from 'node:stream'
import type { Client } from 'ssh2'
import { ConnectionFailure, describeError } from './failure'
import { hostAndPort } from './text'

/** A TCP peer that says nothing for so long is asked by the system whether it is still there. */
const tcpKeepAliveMs = 60_000

/**
 * Opens a TCP connection.
 *
 * @param signal gives up; it does not touch a connection that is open
 * @throws {ConnectionFailure} always worth another try: even a name may be unknown only while the network is away
 */
export function dial(host: string, port: number, timeoutMs: number, signal: AbortSignal): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({
      host,
      port,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: tcpKeepAliveMs,
      autoSelectFamily: true,
    })
    const fail = (reason: string, cause?: unknown) => {
      stopWaiting()
      socket.destroy()
      reject(
        new ConnectionFailure(`${hostAndPort(host, port)} cannot be reached: ${reason}.`, true, { cause }),
      )
    }
    const timer = setTimeout(() => fail('it does not answer'), timeoutMs)
    const abort = () => fail('it was not waited for')
    signal.addEventListener('abort', abort, { once: true })
    const stopWaiting = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
    }
    const onError = (error: Error) => fail(describeError(error), error)
    socket.once('error', onError)
    socket.once('connect', () => {
      stopWaiting()
      socket.off('error', onError)
      resolve(socket)
    })
  })
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
          new ConnectionFailure(`The jump host does not reach ${hostAndPort(host, port)}: ${reason}.`, true, {
            cause: error,
          }),
        )
      }
    })
  })
}
