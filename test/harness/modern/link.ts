import type { IpcMainInvokeEvent } from 'electron'
import type { WebSocket } from 'ws'
import { createCodec } from './codec.ts'
import type { FromPage, ToPage } from './page.ts'
import { platform } from './platform.ts'
import { endAs, handOver, type MessagePortMain, sayAs } from './ports.ts'

const codec = createCodec()

/** The main process's end of the bridge to one page; with the page go the ports it had. */
export class Link {
  readonly #socket: WebSocket
  readonly #event: IpcMainInvokeEvent
  readonly #ports = new Map<number, MessagePortMain>()
  #given = 0

  /** @param event given to whoever answers the page's requests */
  constructor(socket: WebSocket, event: IpcMainInvokeEvent) {
    this.#socket = socket
    this.#event = event
    socket.on('message', (data) => this.#hear(codec.decode(new Uint8Array(data as Buffer)) as FromPage))
    socket.on('close', () => {
      for (const port of this.#ports.values()) endAs(port)
    })
  }

  send(channel: string, args: unknown[], ports: MessagePortMain[] = []): void {
    const ids = ports.map(() => ++this.#given)
    this.#tell(['event', channel, args, ids])
    ports.forEach((port, index) => {
      const id = ids[index] ?? 0
      this.#ports.set(id, port)
      handOver(port, {
        post: (data) => this.#tell(['port', id, data]),
        close: () => {
          this.#ports.delete(id)
          this.#tell(['port-closed', id])
        },
      })
    })
  }

  close(): void {
    this.#socket.close()
  }

  #tell(message: ToPage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(codec.encode(message))
  }

  #hear(message: FromPage): void {
    if (message[0] === 'invoke') return void this.#answer(message[1], message[2], message[3])
    const port = this.#ports.get(message[1])
    if (!port) return
    if (message[0] === 'port') sayAs(port, message[2])
    else {
      this.#ports.delete(message[1])
      endAs(port)
    }
  }

  async #answer(id: number, channel: string, args: unknown[]): Promise<void> {
    try {
      const handler = platform.handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      this.#tell(['answer', id, await handler(this.#event, ...args)])
    } catch (cause) {
      this.#tell(['refusal', id, `Error invoking remote method '${channel}': ${cause}`])
    }
  }
}
