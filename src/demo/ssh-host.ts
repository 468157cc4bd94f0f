import { type AddressInfo, createServer, type Socket } from 'node:net'
import ssh2, { type AuthContext, type PseudoTtyInfo, type ServerChannel, type Session } from 'ssh2'
import type { Clock } from './clock'
import type { Listener } from './http'
import { hostKey } from './ssh-host-key'
import { SshShell } from './ssh-shell'
import { SSH_LOGIN } from './workspace'
import type { Prng } from './world/prng'

const BANNER = `This is Sessiondeck's demo host. The password is "${SSH_LOGIN.password}".\n`
const METHODS = ['keyboard-interactive', 'password'] as const

/** Listens on loopback as an SSH host whose shell is scripted. Rejects when the port is taken. */
export async function listenSsh(options: {
  clock: Clock
  prng: Prng
  /** 0 takes a free one. */
  port: number
}): Promise<Pick<Listener, 'port' | 'close'>> {
  const { clock, prng, port } = options
  const host = new ssh2.Server({ hostKeys: [hostKey(prng)], banner: BANNER }, (client) => {
    // A client that hangs up midway is not worth reporting.
    client.on('error', () => {})
    client.on('authentication', authenticate)
    client.on('session', (accept) => converse(accept(), clock))
  })
  // Our own sockets: closing must not wait for an unresponsive client.
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    host.injectSocket(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Everybody signs in with the demo's password. */
function authenticate(context: AuthContext): void {
  if (context.method === 'password' && context.password === SSH_LOGIN.password) context.accept()
  else if (context.method === 'keyboard-interactive') {
    context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => {
      if (answers[0] === SSH_LOGIN.password) context.accept()
      else context.reject([...METHODS])
    })
  } else context.reject([...METHODS])
}

function converse(session: Session, clock: Clock): void {
  let size = { cols: 80, rows: 24 }
  const resize = ({ cols, rows }: Pick<PseudoTtyInfo, 'cols' | 'rows'>) => {
    size = { cols, rows }
  }
  session.on('pty', (accept, _reject, info) => {
    resize(info)
    accept?.()
  })
  session.on('window-change', (accept, _reject, info) => {
    resize(info)
    accept?.()
  })
  session.on('shell', (accept) => run(accept(), clock, () => size))
}

function run(channel: ServerChannel, clock: Clock, size: () => { cols: number; rows: number }): void {
  const shell = new SshShell({
    clock,
    size,
    write: (data) => channel.write(data),
    exit(code) {
      channel.exit(code)
      channel.end()
    },
  })
  channel.on('data', (data: Buffer) => shell.input(data.toString()))
  channel.on('drain', () => shell.drained())
  channel.on('error', () => {})
  channel.on('close', () => shell.close())
  shell.start()
}
