import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** What every demo request carries besides itself. */
export interface Env {
  Bindings: HttpBindings
  Variables: { body: unknown }
}

export type DemoApp = Hono<Env>

export interface Listener {
  server: Server
  port: number
  close(): Promise<void>
}

/** Serves an app on 127.0.0.1. Rejects when the port is taken. Closing drops open connections. */
export function listen(app: DemoApp, port: number): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }) as Server
    server.once('error', reject)
    server.once('listening', () => {
      server.removeListener('error', reject)
      resolve({
        server,
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}

/** A JSON body as an object; an empty one for everything that is not an object. */
export function fields(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {}
}

/** The parsed JSON of a request body, the text itself where it is not JSON, null where there is none. */
export function parseBody(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
