import { EventEmitter } from 'node:events'

/** Where the messages for a port go that was handed over to a page. */
interface FarEnd {
  post(data: unknown): void
  close(): void
}

/** Hands a port over; messages that were waiting for it go first. */
export let handOver: (port: MessagePortMain, far: FarEnd) => void
/** Has a port that was handed over say something, or its end. */
export let sayAs: (port: MessagePortMain, data: unknown) => void
export let endAs: (port: MessagePortMain) => void
let join: (a: MessagePortMain, b: MessagePortMain) => void

export class MessagePortMain extends EventEmitter {
  #peer: MessagePortMain | null = null
  #far: FarEnd | null = null
  #started = false
  #waiting: unknown[] = []

  static {
    join = (a, b) => {
      a.#peer = b
      b.#peer = a
    }
    handOver = (port, far) => {
      port.#far = far
      for (const data of port.#waiting.splice(0)) far.post(data)
    }
    sayAs = (port, data) => port.postMessage(data)
    endAs = (port) => port.close()
  }

  postMessage(data: unknown): void {
    const peer = this.#peer
    if (peer) peer.#hear(data)
  }

  start(): void {
    this.#started = true
    for (const data of this.#waiting.splice(0)) this.emit('message', { data, ports: [] })
  }

  close(): void {
    const peer = this.#peer
    if (!peer) return
    this.#peer = null
    peer.#peer = null
    peer.#far?.close()
    peer.emit('close')
  }

  #hear(data: unknown): void {
    if (this.#far) this.#far.post(data)
    else if (this.#started) this.emit('message', { data, ports: [] })
    else this.#waiting.push(data)
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    join(this.port1, this.port2)
  }
}
