import WebSocket from 'ws'
import { z } from 'zod'
import { type AppError, err, ok, type Result } from '../../../../shared/result'
import type { Clock } from '../../clock'
import type { VsayCreated } from './api'

/** What a connected session tells. After `onEnd` nothing more comes. */
export type VsaySocketHandlers = {
  onOutput(data: string): void
  /** The service's own words; the connection may go on. */
  onError(message: string): void
  /** `null` when the session ended as it should. */
  onEnd(error: AppError | null): void
}

/** A connected session. */
export type VsaySocket = {
  input(data: string): void
  /** In characters. */
  resize(cols: number, rows: number): void
  close(): void
}

/** Larger than any screen; a larger frame ends the connection. */
const frameLimitBytes = 4 * 1024 * 1024
const handshakeTimeoutMs = 15_000

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('output'), data: z.string() }),
  z.object({ type: z.literal('error'), message: z.string().nullish(), data: z.string().nullish() }),
  z.object({ type: z.literal('disconnect') }),
])

/** The token goes to the account's own host only, and in clear only on this machine. */
function checkAddress(address: string, baseUrl: string): AppError | null {
  const refuse = (message: string): AppError => ({ kind: 'bad-shape', message })
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return refuse('VSay gave an address for the terminal that is no address. Nothing was connected.')
  }
  if (url.protocol !== 'wss:' && !(url.protocol === 'ws:' && loopback.has(url.hostname)))
    return refuse('VSay gave an unencrypted address for the terminal. Nothing was connected.')
  const base = new URL(baseUrl)
  // Default ports vanish from a URL, so that `https:` and `wss:` without one compare equal.
  if (url.hostname !== base.hostname || url.port !== base.port)
    return refuse(
      'VSay gave an address for the terminal on another host than the account’s. Nothing was connected.',
    )
  return null
}

/**
 * *WebSocket Connection*, `WSS /sessions/:id/ws`: connects to a created session and authenticates first. Fails when
 * the address is not on the account's host (`bad-shape`), the token has expired (`unauthorized`), or the connection
 * cannot be made (`network`). No message of an error holds the address or the token.
 */
export function openSocket(
  created: VsayCreated,
  baseUrl: string,
  clock: Clock,
  handlers: VsaySocketHandlers,
): Promise<Result<VsaySocket>> {
  const wrong = checkAddress(created.websocket_url, baseUrl)
  if (wrong) return Promise.resolve(err(wrong))
  if (created.expires_at !== null && created.expires_at <= clock.now())
    return Promise.resolve(
      err({
        kind: 'unauthorized',
        message: 'The terminal’s token has expired. Open the terminal again to get a new one.',
      }),
    )

  return new Promise((resolve) => {
    const socket = new WebSocket(created.websocket_url, {
      maxPayload: frameLimitBytes,
      handshakeTimeout: handshakeTimeoutMs,
      followRedirects: false,
      perMessageDeflate: false,
    })
    const send = (message: object) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
    }
    let opened = false
    let ended = false
    const end = (error: AppError | null) => {
      if (ended) return
      ended = true
      if (opened) handlers.onEnd(error)
      else if (error) resolve(err(error))
      socket.close()
    }

    socket.on('open', () => {
      opened = true
      send({ type: 'auth', token: created.token })
      resolve(
        ok({
          input: (data) => send({ type: 'input', data }),
          resize: (cols, rows) => send({ type: 'resize', cols, rows }),
          close: () => end(null),
        }),
      )
    })
    socket.on('message', (data, isBinary) => {
      if (ended) return
      const message = isBinary ? null : parseMessage(data.toString())
      if (!message) return
      if (message.type === 'output') handlers.onOutput(message.data)
      else if (message.type === 'error')
        handlers.onError(message.message ?? message.data ?? 'no reason given')
      else end(null)
    })
    socket.on('error', () =>
      end({
        kind: 'network',
        message: opened
          ? 'The terminal’s connection to VSay broke. Open the terminal again.'
          : 'VSay’s terminal could not be reached. Check the internet connection and open the terminal again.',
      }),
    )
    socket.on('close', () =>
      end({
        kind: 'network',
        message: 'VSay closed the terminal’s connection without ending the session. Open the terminal again.',
      }),
    )
  })
}

/** `null` for what the document does not know: it is ignored. */
function parseMessage(text: string) {
  try {
    return serverMessage.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
