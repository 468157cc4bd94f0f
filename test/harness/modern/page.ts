import type { Codec } from './codec.ts'

/** What the page tells the main process. */
export type FromPage =
  | [kind: 'invoke', id: number, channel: string, args: unknown[]]
  | [kind: 'port', id: number, data: unknown]
  | [kind: 'port-closed', id: number]

/** What the main process tells the page. */
export type ToPage =
  | [kind: 'answer', id: number, value: unknown]
  | [kind: 'refusal', id: number, reason: string]
  | [kind: 'event', channel: string, args: unknown[], ports: number[]]
  | [kind: 'port', id: number, data: unknown]
  | [kind: 'port-closed', id: number]

/** The preload script, as a CommonJS module; of the process it knows its arguments. */
type Preload = (require: (name: string) => unknown, process: { argv: readonly string[] }) => void

/**
 * Runs the preload script over a socket to the main process. It shares the page's world: the bridge is not copied, and not
 * shielded. The function's own text runs in the page, so it uses nothing around it.
 *
 * @param contents the number of the page's `webContents`
 * @param argv the page's `additionalArguments`
 */
export function runPreload(codec: Codec, contents: number, argv: readonly string[], preload: Preload): void {
  // Chromium's first page of a window, and frames inside ours.
  if (location.protocol !== 'http:' || window !== window.top) return

  const answers = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>()
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  const ports = new Map<number, MessagePort>()
  const address = new URL(
    `/electron?contents=${contents}&url=${encodeURIComponent(location.href)}`,
    location.href,
  )
  address.protocol = 'ws:'
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  const opened = new Promise((resolve) => socket.addEventListener('open', resolve))

  /** Encoded at once, as it is now; sent in order. */
  const tell = (message: FromPage) => {
    const bytes = codec.encode(message)
    if (socket.readyState === WebSocket.CONNECTING) void opened.then(() => socket.send(bytes))
    else if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
  }

  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.onmessage = ({ data }) => tell(['port', id, data])
    port1.addEventListener('close', () => {
      ports.delete(id)
      tell(['port-closed', id])
    })
    return port2
  }

  socket.addEventListener('message', ({ data }) => {
    const message = codec.decode(new Uint8Array(data)) as ToPage
    if (message[0] === 'event') {
      const [, channel, args, ids] = message
      const event = { ports: ids.map(openPort) }
      for (const listener of listeners.get(channel) ?? []) listener(event, ...args)
      return
    }
    const [kind, id, content] = message
    if (kind === 'port') ports.get(id)?.postMessage(content)
    else if (kind === 'port-closed') {
      ports.get(id)?.close()
      ports.delete(id)
    } else {
      const answer = answers.get(id)
      answers.delete(id)
      if (kind === 'answer') answer?.resolve(content)
      else answer?.reject(new Error(content))
    }
  })

  let asked = 0
  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]) {
      asked += 1
      tell(['invoke', asked, channel, args])
      return new Promise((resolve, reject) => answers.set(asked, { resolve, reject }))
    },
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off(channel: string, listener: (event: unknown, ...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown) =>
      void Object.defineProperty(globalThis, name, { value, enumerable: true }),
  }
  preload(
    (name) => {
      if (name !== 'electron') throw new Error(`The preload script has no ${name}.`)
      return { contextBridge, ipcRenderer }
    },
    { argv },
  )
}
