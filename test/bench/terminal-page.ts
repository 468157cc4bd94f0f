import type { Page } from 'playwright-core'
import type { FromWindow, ToWindow } from '../../src/shared/terminal-frames'

/** The bytes of one tab, as they pass the page: what came, and what xterm has parsed. */
type Stream = {
  port: MessagePort
  received: number
  parsed: number
  /** The last characters that came. */
  tail: string
  size: { cols: number; rows: number }
  /** The window parses but does not say so: to the other side it looks like a window that does not keep up. */
  silent: boolean
}

declare global {
  /** What the benchmarks keep in the page. */
  var bench: {
    /** By the order in which they were opened. */
    streams: Stream[]
    /** When the last key was pressed, in the page's time, ms. */
    pressedAt: number
    /** The page's time of the first acknowledgement after which the test holds, ms. */
    parsed(test: () => boolean): Promise<number>
  }
}

/** Listens beside the application to the ports of its tabs. Before the first tab is opened. */
export function listenToTabs(page: Page): Promise<void> {
  return page.evaluate(() => {
    const waiting = new Set<() => void>()
    globalThis.bench = {
      streams: [],
      pressedAt: 0,
      parsed: (test) =>
        new Promise((resolve) => {
          const look = () => {
            if (!test()) return
            waiting.delete(look)
            resolve(performance.now())
          }
          waiting.add(look)
          look()
        }),
    }
    // The event's own time: what a busy page makes it wait counts.
    window.addEventListener('keydown', (event) => (globalThis.bench.pressedAt = event.timeStamp), true)
    window.addEventListener('message', ({ data, ports: [port] }) => {
      if (data?.type !== 'terminal.port' || !port) return
      const decoder = new TextDecoder()
      const stream = {
        port,
        received: 0,
        parsed: 0,
        tail: '',
        size: { cols: 80, rows: 24 },
        silent: false,
      }
      globalThis.bench.streams.push(stream)
      port.addEventListener('message', (event: MessageEvent<ToWindow>) => {
        if (event.data.type !== 'data') return
        const { bytes } = event.data
        stream.received += bytes.length
        stream.tail = decoder.decode(bytes.subarray(-200))
      })
      port.postMessage = (frame: FromWindow) => {
        if (frame.type === 'resize') stream.size = { cols: frame.cols, rows: frame.rows }
        if (frame.type === 'ack') {
          stream.parsed += frame.bytes
          for (const look of waiting) look()
          if (stream.silent) return
        }
        MessagePort.prototype.postMessage.call(port, frame)
      }
    })
  })
}
