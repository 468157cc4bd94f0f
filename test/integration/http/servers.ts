import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createHttp2Server, createSecureServer as createSecureHttp2Server } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import {
  type AddressInfo,
  connect,
  createServer as createRawServer,
  type Server as RawServer,
  type Socket,
} from 'node:net'
import type { Duplex } from 'node:stream'
import type { TlsOptions } from 'node:tls'

/** A server of a test on loopback. */
export type TestServer = { port: number; url: string; close(): Promise<void> }

/** A request as a test server got it. */
export type Hit = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

async function listen(server: Server | RawServer, scheme: string): Promise<TestServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** An HTTP server. */
export const httpServer = (listener: RequestListener): Promise<TestServer> =>
  listen(createServer(listener), 'http')

/** An HTTPS server; `onUpgrade` serves what is no plain request. */
export const httpsServer = (
  identity: TlsOptions,
  listener: RequestListener,
  onUpgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void,
): Promise<TestServer> => {
  const server = createTlsServer(identity, listener)
  if (onUpgrade) server.on('upgrade', onUpgrade)
  return listen(server, 'https')
}

/** A server that speaks HTTP/2 and nothing else, over TLS or in clear. */
export const http2Server = (identity: { key: string; cert: string } | null): Promise<TestServer> => {
  const server = identity ? createSecureHttp2Server(identity) : createHttp2Server()
  server.on('stream', (stream) => stream.respond({ ':status': 200 }, { endStream: true }))
  server.on('sessionError', () => undefined)
  return listen(server, identity ? 'https' : 'http')
}

/** A server that speaks no HTTP; it gets every connection, and says how many there were. */
export async function tcpServer(
  onConnection: (socket: Socket) => void,
): Promise<TestServer & { connections(): number }> {
  let count = 0
  const server = createRawServer((socket) => {
    count += 1
    onConnection(socket)
  })
  return { ...(await listen(server, 'http')), connections: () => count }
}

/** A server that speaks whatever the test writes; `onRequest` runs once a whole request head has come. */
export const rawServer = (
  onRequest: (socket: Socket, head: string, nth: number) => void,
): Promise<TestServer> => {
  let count = 0
  const server = createRawServer((socket) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = text.slice(0, end)
      text = ''
      count += 1
      onRequest(socket, head, count)
    })
  })
  return listen(server, 'http')
}

/** A proxy that tunnels by CONNECT, once `opens` has come to pass, and remembers to where. With an `identity` over TLS. */
export async function proxyServer(
  opens: Promise<void> = Promise.resolve(),
  identity: { key: string; cert: string } | null = null,
): Promise<TestServer & { tunnels: string[] }> {
  const tunnels: string[] = []
  const refuse: RequestListener = (_, response) => response.writeHead(405).end()
  const server = identity ? createTlsServer(identity, refuse) : createServer(refuse)
  server.on('connect', async (request, client: Socket) => {
    tunnels.push(request.url ?? '')
    await opens
    const target = new URL(`http://${request.url}`)
    const upstream = connect(Number(target.port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      client.pipe(upstream).pipe(client)
    })
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
  })
  return { ...(await listen(server, identity ? 'https' : 'http')), tunnels }
}

/** A SOCKS 5 proxy without a sign-in, which answers `code` and remembers where it was asked to. */
export async function socksServer(code = 0): Promise<TestServer & { tunnels: string[] }> {
  const tunnels: string[] = []
  const server = createRawServer((client) => {
    // In pieces, as a slow network brings them.
    client.once('data', () => {
      client.write(Buffer.from([5]))
      setTimeout(() => client.write(Buffer.from([0])), 5)
      client.once('data', (request) => {
        const port = request.readUInt16BE(request.length - 2)
        const isNumber = request[3] === 1
        const host = isNumber
          ? [...request.subarray(4, 8)].join('.')
          : request.toString('latin1', 5, request.length - 2)
        tunnels.push(`${host}:${port}`)
        const answer = Buffer.from([5, code, 0, 1, 127, 0, 0, 1, 0, 0])
        if (code !== 0) return client.end(answer)
        const upstream = connect(port, '127.0.0.1', () => {
          client.write(answer.subarray(0, 3))
          setTimeout(() => {
            client.write(answer.subarray(3))
            client.pipe(upstream).pipe(client)
          }, 5)
        })
        upstream.on('error', () => client.destroy())
        client.on('error', () => upstream.destroy())
      })
    })
  })
  const listening = await listen(server, 'socks5')
  return { ...listening, tunnels }
}

/** Reads a request's body and remembers the whole as a {@link Hit}. */
export async function record(request: IncomingMessage, hits: Hit[]): Promise<Hit> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const hit = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
  hits.push(hit)
  return hit
}
