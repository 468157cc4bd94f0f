import dns from 'node:dns'
import net from 'node:net'

/** Head start of an address before the next is tried beside it, ms (RFC 8305). */
const headStartMs = 250

/** Silence before the system checks whether a peer is still there, ms. */
const keepAliveMs = 60_000

const lively = { noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs }

/** Errors saying only that this machine has no route: another address says more about the peer. */
const noRoute = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'])

/**
 * Opens a TCP connection to a host, at whichever of its addresses connects first. The runtime would give up an address
 * for the next one after 250 ms, which a far host needs for one round trip; here a slow one goes on beside the next.
 *
 * @param signal gives up, and its reason is thrown; it does not touch a connection that is open
 * @throws the most telling error of an address, or that of the name look-up; `ETIMEDOUT` after `timeoutMs`
 */
export function dialTcp(
  { host, port }: { host: string; port: number },
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const trying = new Set<net.Socket>()
    const errors: NodeJS.ErrnoException[] = []
    let left: string[] = []
    let isOver = false
    let headStart: NodeJS.Timeout | undefined

    const end = (settle: () => void) => {
      if (isOver) return
      isOver = true
      clearTimeout(deadline)
      clearTimeout(headStart)
      signal?.removeEventListener('abort', onAbort)
      for (const socket of trying) socket.destroy()
      settle()
    }
    const fail = (cause: unknown) => end(() => reject(cause))
    const onAbort = () => fail(signal?.reason)
    const deadline = setTimeout(
      () => fail(Object.assign(new Error('no address answers'), { code: 'ETIMEDOUT' })),
      timeoutMs,
    )
    signal?.addEventListener('abort', onAbort, { once: true })
    if (signal?.aborted) return onAbort()

    const tryNext = () => {
      clearTimeout(headStart)
      const address = left.shift()
      if (address === undefined || isOver) return
      const socket = net.connect({ host: address, port, ...lively })
      trying.add(socket)
      // Stays: a connection that breaks right after opening may have no other listener.
      socket.on('error', (error) => {
        trying.delete(socket)
        errors.push(error)
        if (left.length > 0) tryNext()
        else if (trying.size === 0) fail(errors.find(({ code = '' }) => !noRoute.has(code)) ?? error)
      })
      socket.once('connect', () => {
        trying.delete(socket)
        end(() => resolve(socket))
      })
      if (left.length > 0) headStart = setTimeout(tryNext, headStartMs)
    }

    dns.lookup(host, { all: true, verbatim: true }, (error, found) => {
      if (error) return fail(error)
      left = byTurns(found)
      tryNext()
    })
  })
}

/** Alternates address families, so that one without a route holds up nobody. The system's first stays first. */
function byTurns(addresses: readonly { address: string; family: number }[]): string[] {
  const rank = (family: number, index: number) =>
    addresses.slice(0, index).filter((earlier) => earlier.family === family).length
  return addresses
    .map(({ address, family }, index) => ({ address, rank: rank(family, index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address)
}
