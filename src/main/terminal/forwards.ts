import net from 'node:net'
import type { Client } from 'ssh2'
import type { LocalForward } from '../../shared/terminal'
import { guardWindow } from './shell'
import { plainLine } from './text'

/**
 * Listens on loopback for every local forward, and carries what comes to its address behind the host. One that cannot
 * listen is told and left out.
 *
 * @returns stops listening and drops what is carried
 */
export function openForwards(
  client: Client,
  forwards: readonly LocalForward[],
  notice: (line: string) => void,
): () => void {
  const sockets = new Set<net.Socket>()
  const servers = forwards.map((forward) => {
    const to = `${forward.remoteHost}:${forward.remotePort}`
    let toldRefusal = false
    const server = net.createServer({ allowHalfOpen: true }, (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      socket.on('error', () => socket.destroy())
      const refuse = (error: Error) => {
        socket.destroy()
        // A browser tries again and again; once is enough to know.
        if (!toldRefusal)
          notice(`Port ${forward.localPort}: the host does not reach ${to}: ${plainLine(error.message)}.`)
        toldRefusal = true
      }
      try {
        client.forwardOut(
          '127.0.0.1',
          socket.remotePort ?? 0,
          forward.remoteHost,
          forward.remotePort,
          (error, stream) => {
            if (error) {
              refuse(error)
              return
            }
            guardWindow(stream, () => socket.destroy())
            stream.on('error', () => socket.destroy())
            stream.on('close', () => socket.destroy())
            socket.on('close', () => stream.destroy())
            socket.pipe(stream).pipe(socket)
          },
        )
      } catch (error) {
        refuse(error instanceof Error ? error : new Error('not connected'))
      }
    })
    server.on('error', (error) => {
      notice(`Port ${forward.localPort} is not forwarded to ${to}: ${listenTrouble(error)}.`)
    })
    server.listen(forward.localPort, '127.0.0.1')
    return server
  })
  return () => {
    for (const server of servers) server.close()
    for (const socket of sockets) socket.destroy()
  }
}

function listenTrouble(error: Error): string {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'another program uses it'
  if (code === 'EACCES') return 'this machine does not allow it'
  return plainLine(error.message)
}
