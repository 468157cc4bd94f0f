import { EventEmitter, once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { IpcMain } from 'electron'
import { type WebSocket, WebSocketServer } from 'ws'
import { Chromium } from './chromium.ts'

/** Answers a page's `ipcRenderer.invoke`. */
export type Handler = Parameters<IpcMain['handle']>[1]

/** Files of a scheme's host, as `protocol.registerSource` is given them. */
export interface Source {
  root: string
  headers: Record<string, string>
}

/** A page's end of the bridge. */
interface Joining {
  joined(socket: WebSocket, url: string): void
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Chromium knows none of our schemes: `app://name/x` is `http://name.app.localhost/x` there, one origin for all runs. */
export const toHttp = (url: string): string =>
  url.replace(/^([a-z]+):\/\/([a-z]+)\//, (whole, scheme, host) =>
    scheme.startsWith('http') ? whole : `http://${host}.${scheme}.localhost/`,
  )

const fromHttp = (url: string): string => url.replace(/^http:\/\/([a-z]+)\.([a-z]+)\.localhost\//, '$2://$1/')

/** What all parts of the stand-in share: one Chromium, what is served to it, and who answers its pages. Emits `contents`. */
class Platform extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  /** By `host.scheme`. */
  readonly sources = new Map<string, Source>()
  readonly #pages = new Map<number, Joining>()
  #chromium: Promise<Chromium> | null = null

  /** @param folder where Chromium keeps what is its own */
  start(folder: string): Promise<Chromium> {
    this.#chromium ??= this.#begin(folder)
    return this.#chromium
  }

  get chromium(): Promise<Chromium> {
    if (!this.#chromium) throw new Error('The app is not ready.')
    return this.#chromium
  }

  async stop(): Promise<void> {
    const browser = await this.#chromium?.catch(() => null)
    await browser?.close()
  }

  /** Waits for the page with this number. */
  await(number: number, page: Joining): void {
    this.#pages.set(number, page)
  }

  async #begin(folder: string): Promise<Chromium> {
    const server = createServer((request, response) => void this.#serve(request, response))
    const sockets = new WebSocketServer({ server, maxPayload: 0, perMessageDeflate: false })
    sockets.on('connection', (socket, request) => {
      const { searchParams } = new URL(request.url ?? '', 'http://localhost')
      const page = this.#pages.get(Number(searchParams.get('contents')))
      if (page && request.headers.origin === `http://${request.headers.host}`)
        page.joined(socket, fromHttp(searchParams.get('url') ?? ''))
      else socket.terminate()
    })
    server.listen(0, '127.0.0.1').unref()
    await once(server, 'listening')
    return Chromium.start(path.join(folder, 'chromium'), (server.address() as AddressInfo).port)
  }

  async #serve({ url = '/', headers, method }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url === '/favicon.ico') return void response.writeHead(204).end()
    const source = this.sources.get((headers.host ?? '').replace(/\.localhost(:\d+)?$/, ''))
    const { pathname } = new URL(url, 'http://localhost')
    const file = source && path.join(source.root, decodeURIComponent(pathname))
    const bytes =
      source && file?.startsWith(source.root + path.sep) && method === 'GET'
        ? await readFile(file).catch(() => null)
        : null
    if (!source || !file || !bytes) return void response.writeHead(404).end()
    const type = types[path.extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...source.headers, 'content-type': type }).end(bytes)
  }
}

export const platform = new Platform()
