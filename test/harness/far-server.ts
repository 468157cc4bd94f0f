import dns from 'node:dns'
import net from 'node:net'
import { Worker } from 'node:worker_threads'

/**
 * A server at a loopback address that takes no connection before {@link arrive}: a service that answers every request, and
 * an HTTP and a SOCKS 5 proxy with the way to itself; or the way to another port of this machine.
 */
export type FarServer = { port: number; arrive(): void; close(): Promise<void> }

/** The thread is blocked until {@link arrive}, and its queue is full: the system drops further connections. */
const program = `
const { parentPort, workerData } = require('node:worker_threads')
const net = require('node:net')
const service = require('node:http').createServer((_, response) =>
  response.setHeader('content-type', 'application/json').end('{"success":true}'))
const serve = (socket) => {
  service.emit('connection', socket)
  socket.resume()
}
service.on('connect', (_, socket) => {
  socket.write('HTTP/1.1 200 Connection Established\\r\\n\\r\\n')
  serve(socket)
})
const server = net.createServer((socket) => {
  socket.on('error', () => undefined)
  if (workerData.to !== null) {
    const other = net.connect(workerData.to, '127.0.0.1')
    other.on('error', () => socket.destroy())
    return socket.pipe(other).pipe(socket)
  }
  socket.once('data', (first) => {
    socket.pause()
    if (first[0] !== 5) {
      socket.unshift(first)
      return serve(socket)
    }
    socket.write(Buffer.from([5, 0]))
    socket.once('data', () => {
      socket.pause()
      socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
      serve(socket)
    })
    socket.resume()
  })
})
server.listen({ host: workerData.host, port: 0, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port)
  Atomics.wait(workerData.gate, 0, 0)
})`

/**
 * Behaves like a host a second away: a connection is taken only at the system's second attempt, one second later.
 * {@link FarServer.arrive} must be called after the first attempt.
 *
 * @param host an address of this machine, such as `127.0.0.2`
 * @param to the port of this machine that it leads to
 */
export async function farServer(host: string, to: number | null = null): Promise<FarServer> {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(program, { eval: true, workerData: { host, to, gate } })
  const port = await new Promise<number>((resolve) => worker.once('message', resolve))
  const queue = await Promise.all([fill(host, port), fill(host, port)])
  return {
    port,
    arrive() {
      Atomics.store(gate, 0, 1)
      Atomics.notify(gate, 0)
    },
    async close() {
      for (const socket of queue) socket.destroy()
      await worker.terminate()
    },
  }
}

const fill = (host: string, port: number) =>
  new Promise<net.Socket>((resolve) => {
    const socket = net.connect({ host, port }, () => resolve(socket))
    socket.on('error', () => undefined)
  })

/**
 * Resolves a name to these addresses while `use` runs. `onLookup` is called once they were returned and the caller has
 * begun with the first.
 */
export async function withAddresses<T>(
  name: string,
  addresses: readonly string[],
  onLookup: () => void,
  use: () => Promise<T>,
): Promise<T> {
  const original = dns.lookup
  const told = addresses.map((address) => ({ address, family: net.isIP(address) }))
  const lookup = (
    host: string,
    options: dns.LookupAllOptions,
    done: (error: Error | null, found: dns.LookupAddress[]) => void,
  ) => {
    if (host !== name) return original(host, options, done)
    queueMicrotask(() => {
      done(null, told)
      setImmediate(onLookup)
    })
  }
  Object.assign(dns, { lookup })
  try {
    return await use()
  } finally {
    Object.assign(dns, { lookup: original })
  }
}
