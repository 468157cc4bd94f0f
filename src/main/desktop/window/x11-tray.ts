import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { homedir, hostname } from 'node:os'
import path from 'node:path'

/** Limit for the X server, ms. */
const answerMs = 2_000

/**
 * Whether a tray is on the X11 screen: whether somebody owns the selection `_NET_SYSTEM_TRAY_Sn`. No tool that is
 * installed everywhere can tell, so three requests of the X11 protocol are spoken here.
 *
 * @see https://www.x.org/releases/current/doc/xproto/x11protocol.html (Connection Setup, InternAtom, GetSelectionOwner)
 */
export async function hasX11Tray(env: NodeJS.ProcessEnv): Promise<boolean> {
  const display = parseDisplay(env.DISPLAY ?? '')
  if (!display) return false
  const cookie = findCookie(await readAuthority(env), display.number, hostname())
  const socket = connect(
    display.host
      ? { host: display.host, port: 6000 + display.number }
      : { path: `/tmp/.X11-unix/X${display.number}` },
  )
  try {
    return await askOwner(socket, cookie, `_NET_SYSTEM_TRAY_S${display.screen}`)
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** `:1`, `:1.0`, `unix:1` or `host:1.0`; an empty host is this machine's socket. */
export function parseDisplay(text: string): { host: string; number: number; screen: number } | null {
  const match = /^(?<host>[\w.-]*):(?<number>\d+)(?:\.(?<screen>\d+))?$/.exec(text)
  if (!match?.groups) return null
  const { host = '', number, screen } = match.groups
  return { host: host === 'unix' ? '' : host, number: Number(number), screen: Number(screen ?? 0) }
}

async function readAuthority(env: NodeJS.ProcessEnv): Promise<Buffer> {
  const file = env.XAUTHORITY || path.join(env.HOME ?? homedir(), '.Xauthority')
  return readFile(file).catch(() => Buffer.alloc(0))
}

const familyLocal = 256
const familyWild = 65_535
const cookieName = 'MIT-MAGIC-COOKIE-1'

/** The cookie for a display in an Xauthority file: entries of family, address, display number, name and data. */
export function findCookie(authority: Buffer, display: number, host: string): Buffer {
  let at = 0
  const field = () => {
    const length = authority.readUInt16BE(at)
    const value = authority.subarray(at + 2, at + 2 + length)
    at += 2 + length
    return value
  }
  try {
    while (at < authority.length) {
      const family = authority.readUInt16BE(at)
      at += 2
      const [address, number, name, data] = [field(), field(), field(), field()]
      const ours = family === familyWild || (family === familyLocal && address.toString() === host)
      const sameDisplay = number.length === 0 || number.toString() === String(display)
      if (ours && sameDisplay && name.toString() === cookieName) return Buffer.from(data)
    }
  } catch {
    // A file that ends early has no further entries.
  }
  return Buffer.alloc(0)
}

async function askOwner(socket: Socket, cookie: Buffer, selection: string): Promise<boolean> {
  const read = reader(socket)
  socket.write(setupRequest(cookie))
  const setup = await read(8)
  if (setup.readUInt8(0) !== 1) return false
  await read(setup.readUInt16LE(6) * 4)

  socket.write(internAtom(selection))
  const atom = (await read(32)).readUInt32LE(8)
  // The name was never used.
  if (atom === 0) return false
  socket.write(getSelectionOwner(atom))
  return (await read(32)).readUInt32LE(8) !== 0
}

const padded = (length: number) => (length + 3) & ~3

function setupRequest(cookie: Buffer): Buffer {
  const name = cookie.length > 0 ? Buffer.from(cookieName) : Buffer.alloc(0)
  const request = Buffer.alloc(12 + padded(name.length) + padded(cookie.length))
  request.write('l')
  request.writeUInt16LE(11, 2)
  request.writeUInt16LE(name.length, 6)
  request.writeUInt16LE(cookie.length, 8)
  name.copy(request, 12)
  cookie.copy(request, 12 + padded(name.length))
  return request
}

function internAtom(name: string): Buffer {
  const request = Buffer.alloc(8 + padded(name.length))
  request.writeUInt8(16, 0)
  request.writeUInt8(1, 1) // only if it exists
  request.writeUInt16LE(request.length / 4, 2)
  request.writeUInt16LE(name.length, 4)
  request.write(name, 8)
  return request
}

function getSelectionOwner(atom: number): Buffer {
  const request = Buffer.alloc(8)
  request.writeUInt8(23, 0)
  request.writeUInt16LE(2, 2)
  request.writeUInt32LE(atom, 4)
  return request
}

/** Reads exact byte counts, one read at a time; fails when the socket does or nothing comes in time. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  let buffered = Buffer.alloc(0)
  let failure: Error | null = null
  let wake = () => {}
  socket.setTimeout(answerMs, () => socket.destroy(new Error('no answer')))
  socket.on('data', (data) => {
    buffered = Buffer.concat([buffered, data])
    wake()
  })
  socket.on('error', (error) => {
    failure = error
    wake()
  })
  socket.on('close', () => {
    failure ??= new Error('closed')
    wake()
  })
  return async (bytes) => {
    while (buffered.length < bytes) {
      if (failure) throw failure
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    const result = buffered.subarray(0, bytes)
    buffered = buffered.subarray(bytes)
    return result
  }
}
