import type { Ask, Connect, ConnectionEvents } from '../../src/main/terminal/connection'
import type { TerminalSize } from '../../src/shared/terminal'

/** A connection that a test plays the other side of. */
type FakeConnection = {
  events: ConnectionEvents
  ask: Ask
  signal: AbortSignal
  size: TerminalSize
  written: string[]
  sizes: TerminalSize[]
  paused: boolean
  /** What the next `write` answers. */
  takes: boolean
}

/** A transport whose connections a test drives; the latest is the last of `connections`. */
export function fakeTransport() {
  const connections: FakeConnection[] = []
  const connect: Connect = (size, events, ask, signal) => {
    const made: FakeConnection = {
      events,
      ask,
      signal,
      size,
      written: [],
      sizes: [],
      paused: false,
      takes: true,
    }
    connections.push(made)
    return {
      write(data) {
        made.written.push(data)
        return made.takes
      },
      resize: (next) => void made.sizes.push(next),
      pause: () => {
        made.paused = true
      },
      resume: () => {
        made.paused = false
      },
      close: () => {},
    }
  }
  const latest = () => {
    const connection = connections.at(-1)
    if (!connection) throw new Error('Nothing was connected.')
    return connection
  }
  return { connect, connections, latest }
}
