import { once } from 'node:events'
import { isIP, type Socket } from 'node:net'
import tls from 'node:tls'
import type { Trust } from '../trust'

/**
 * Encrypts a connection to a host, which proves to be itself, and speaks HTTP/1.1 over it. Nothing has been sent yet. One that
 * cannot be encrypted is dropped.
 *
 * @param signal gives up, and its reason is thrown; it does not touch what is encrypted
 * @throws the error of the handshake, which `tlsTrouble` tells; `ETIMEDOUT` after `timeoutMs`
 */
export async function overTls(
  socket: Socket,
  host: string,
  trust: Trust,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Socket> {
  const servername = isIP(host) ? undefined : host
  const secured = tls.connect({ ...trust, socket, host, servername, ALPNProtocols: ['http/1.1'] })
  const silence = Object.assign(new Error('the handshake does not end'), { code: 'ETIMEDOUT' })
  const timer = setTimeout(() => secured.destroy(silence), timeoutMs)
  const giveUp = () => secured.destroy(signal?.reason)
  signal?.addEventListener('abort', giveUp, { once: true })
  // Stays: errors after the failure concern nobody.
  secured.on('error', () => undefined)
  try {
    signal?.throwIfAborted()
    await once(secured, 'secureConnect')
    return secured
  } catch (cause) {
    secured.destroy()
    throw cause
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}
