import net, { type Socket } from 'node:net'
import ssh2, {
  type AuthContext,
  type Connection,
  type ServerChannel,
  type ServerConfig,
  type Session,
} from 'ssh2'
import { hostKey } from '../../src/demo/ssh-host-key'
import { Prng } from '../../src/demo/world/prng'

/** One that is well-formed each time: about one in 270 that ssh2 makes cannot be read. */
const key = hostKey(new Prng('rogue'))

/** Servers that do as a test says, because a real one would not behave like this. Each method returns its port. */
export class ScriptedServers {
  readonly #open: (() => void)[] = []

  async listen(server: net.Server | InstanceType<typeof ssh2.Server>): Promise<number> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    this.#open.push(() => server.close())
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  /** Bytes on a socket in place of a protocol. */
  raw(serve: (socket: Socket) => void): Promise<number> {
    return this.listen(
      net.createServer((socket) => {
        this.#open.push(() => socket.destroy())
        socket.on('error', () => socket.destroy())
        serve(socket)
      }),
    )
  }

  /** A server that speaks SSH and then does as it likes. */
  speaking(
    serve: (connection: Connection) => void,
    options: Pick<ServerConfig, 'banner' | 'algorithms' | 'keepaliveInterval'> = {},
  ): Promise<number> {
    return this.listen(
      new ssh2.Server({ hostKeys: [key], ...options }, (connection) => {
        this.#open.push(() => connection.end())
        connection.on('error', () => undefined)
        serve(connection)
      }),
    )
  }

  close(): void {
    for (const close of this.#open.splice(0).reverse()) close()
  }
}

/** Lets everybody in. */
export const accept = (context: AuthContext): void => context.accept()

/** Gives every session of a connection a shell. */
export function serveShell(connection: Connection, serve: (channel: ServerChannel) => void): void {
  connection.on('session', (acceptSession) => {
    const session: Session = acceptSession()
    session.on('pty', (agree: () => void) => agree?.())
    session.on('window-change', (agree?: () => void) => agree?.())
    session.on('shell', (agree: () => ServerChannel) => serve(agree()))
  })
}
