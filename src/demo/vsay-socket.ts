import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { fields, parseBody } from './http'
import type { ServiceContext } from './service'
import { ScriptedShell } from './vsay-shell'
import type { LiveTerminal, VSayVisit } from './vsay-world'
import type { Population } from './world/population'

/** The open terminals of the service. */
export interface TerminalSockets {
  isOpen(sessionId: string): boolean
  /** Tells a session's client that it ended and closes the socket. */
  end(sessionId: string): void
  close(): void
}

const SOCKET_PATH = /^\/v1\/sessions\/([^/?]+)\/ws(?:\?.*)?$/
const AUTH_WITHIN_MS = 10_000
const POLICY_VIOLATION = 1008

/** The document's "WebSocket Connection": authenticate first, then a small scripted shell answers. */
export function attachTerminalSocket(
  server: Server,
  { context, population }: { context: ServiceContext; population: Population<VSayVisit> },
): TerminalSockets {
  const { clock, recorder } = context
  const upgrader = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 })
  const open = new Map<string, WebSocket>()

  server.on('upgrade', (request, stream: Duplex, head) => {
    const path = request.url ?? ''
    recorder.request({ provider: 'vsay', method: 'GET', path, query: {}, body: null, at: clock.now() })
    const visit = population.get(SOCKET_PATH.exec(path)?.[1] ?? '')
    const terminal = visit?.terminal
    if (!terminal || context.behaviour() !== 'normal') {
      stream.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    upgrader.handleUpgrade(request, stream, head, (socket) => serve(socket, visit.id, terminal))
  })

  function serve(socket: WebSocket, sessionId: string, terminal: LiveTerminal): void {
    const cancelDeadline = clock.schedule(AUTH_WITHIN_MS, () => refuse(socket, 'authentication timed out'))
    socket.once('message', (raw) => {
      cancelDeadline()
      const refusal = refusalOf(frameOf(raw), terminal)
      if (refusal) refuse(socket, refusal)
      else converse(socket, sessionId, terminal)
    })
    socket.once('close', cancelDeadline)
    socket.on('error', () => socket.terminate())
  }

  function refusalOf(frame: Record<string, unknown>, terminal: LiveTerminal): string | undefined {
    if (frame.type !== 'auth') return 'authenticate first'
    if (frame.token !== terminal.token) return 'invalid token'
    return clock.now() >= terminal.expiresAtMs ? 'token expired' : undefined
  }

  function converse(socket: WebSocket, sessionId: string, terminal: LiveTerminal): void {
    open.get(sessionId)?.close(POLICY_VIOLATION)
    open.set(sessionId, socket)
    const shell = new ScriptedShell({
      terminal,
      now: () => clock.now(),
      write: (data) => send(socket, { type: 'output', data }),
      exit: () => population.leave(sessionId),
    })
    socket.on('message', (raw) => {
      const frame = frameOf(raw)
      if (frame.type === 'input' && typeof frame.data === 'string') shell.input(frame.data)
      else if (frame.type === 'resize' && isSize(frame)) Object.assign(terminal, pickSize(frame))
      else send(socket, { type: 'error', message: 'unknown message' })
    })
    socket.once('close', () => {
      if (open.get(sessionId) !== socket) return
      open.delete(sessionId)
      if (clock.now() >= terminal.expiresAtMs) population.leave(sessionId)
    })
    shell.start()
  }

  return {
    isOpen: (sessionId) => open.has(sessionId),
    end(sessionId) {
      const socket = open.get(sessionId)
      if (!socket) return
      open.delete(sessionId)
      send(socket, { type: 'disconnect' })
      socket.close(1000)
    },
    close() {
      for (const socket of upgrader.clients) socket.terminate()
      upgrader.close()
    },
  }
}

/** Says why and closes. */
function refuse(socket: WebSocket, message: string): void {
  send(socket, { type: 'error', message })
  socket.close(POLICY_VIOLATION, message)
}

function send(socket: WebSocket, frame: Record<string, unknown>): void {
  socket.send(JSON.stringify(frame))
}

function frameOf(raw: RawData): Record<string, unknown> {
  return fields(parseBody(raw.toString()))
}

function isSize(frame: Record<string, unknown>): frame is { cols: number; rows: number } {
  return [frame.cols, frame.rows].every((length) => Number.isInteger(length) && Number(length) > 0)
}

function pickSize({ cols, rows }: { cols: number; rows: number }) {
  return { cols, rows }
}
