import net from 'node:net'
import type { Client } from 'ssh2'
import { printableLine } from '../../../shared/printable'
import type { LocalForward } from '../../../shared/terminal'
import { connectionText } from '../../../shared/text/connection'
import { sshText } from '../../../shared/text/ssh'
import { errorCode } from '../../lib/errno'
import { guardWindow } from './shell'

/** A connection that can carry a port's traffic, and whom to tell. */
type Carrier = {
  client: Client
  /** Identical for every connection to the same host by the same route. */
  route: string
  notice(line: string): void
}

/** What one connection does for a port. */
type Share = { carrier: Carrier; sockets: Set<net.Socket>; toldRefusal: boolean }

/** A port that is listened on, with those that can carry it; the first does. */
type OpenPort = { forward: LocalForward; route: string; server: net.Server; shares: Share[] }

/**
 * The local forwards of all panes. A port is one for all panes of a host: the next one carries on where the one that
 * opened it is gone.
 */
export class PortForwards {
  readonly #open = new Map<number, OpenPort>()

  /**
   * Listens on loopback for every forward, and carries what arrives to its address behind the host. One that cannot
   * listen is reported and skipped.
   *
   * @returns drops what this connection carries, and stops listening where no other can carry it
   */
  open(forwards: readonly LocalForward[], carrier: Carrier): () => void {
    const leave = forwards.map((forward) => this.#join(forward, carrier))
    return () => {
      for (const each of leave) each()
    }
  }

  #join(forward: LocalForward, carrier: Carrier): () => void {
    const { localPort } = forward
    const taken = this.#open.get(localPort)
    if (taken && (taken.route !== carrier.route || addressOf(taken.forward) !== addressOf(forward))) {
      carrier.notice(sshText.portTaken(localPort, addressOf(forward), addressOf(taken.forward)))
      return () => undefined
    }
    const port = taken ?? this.#listen(forward, carrier.route)
    const share: Share = { carrier, sockets: new Set(), toldRefusal: false }
    port.shares.push(share)
    return () => {
      port.shares.splice(port.shares.indexOf(share), 1)
      for (const socket of share.sockets) socket.destroy()
      if (port.shares.length === 0) this.#close(port)
    }
  }

  #listen(forward: LocalForward, route: string): OpenPort {
    const server = net.createServer({ allowHalfOpen: true })
    const port: OpenPort = { forward, route, server, shares: [] }
    server.on('connection', (socket) => {
      const [share] = port.shares
      if (share) carry(socket, forward, share)
      else socket.destroy()
    })
    server.on('error', (error) => {
      this.#close(port)
      for (const { carrier } of port.shares)
        carrier.notice(sshText.portNotForwarded(forward.localPort, addressOf(forward), listenTrouble(error)))
    })
    server.listen(forward.localPort, '127.0.0.1')
    this.#open.set(forward.localPort, port)
    return port
  }

  #close(port: OpenPort): void {
    port.server.close()
    if (this.#open.get(port.forward.localPort) === port) this.#open.delete(port.forward.localPort)
  }
}

function carry(socket: net.Socket, forward: LocalForward, share: Share): void {
  const { localPort, remoteHost, remotePort } = forward
  const { client, notice } = share.carrier
  const drop = () => socket.destroy()
  share.sockets.add(socket)
  socket.on('close', () => share.sockets.delete(socket))
  socket.on('error', drop)
  const refuse = (error: Error) => {
    drop()
    // A browser tries again and again; once is enough to know.
    if (!share.toldRefusal)
      notice(sshText.portUnreached(localPort, addressOf(forward), printableLine(error.message)))
    share.toldRefusal = true
  }
  try {
    client.forwardOut('127.0.0.1', socket.remotePort ?? 0, remoteHost, remotePort, (error, stream) => {
      if (error) return refuse(error)
      guardWindow(stream, drop)
      stream.on('error', drop)
      stream.on('close', drop)
      socket.on('close', () => stream.destroy())
      socket.pipe(stream).pipe(socket)
    })
  } catch (error) {
    refuse(error instanceof Error ? error : new Error(connectionText.notConnected))
  }
}

const addressOf = ({ remoteHost, remotePort }: LocalForward): string => `${remoteHost}:${remotePort}`

function listenTrouble(error: Error): string {
  const code = errorCode(error)
  if (code === 'EADDRINUSE') return connectionText.portInUse
  if (code === 'EACCES') return connectionText.notAllowedHere
  return printableLine(error.message)
}
