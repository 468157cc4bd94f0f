import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createTerminalPorts,
  type PortToWindow,
} from '../../../../../src/main/desktop/threads/terminal-ports'

const made: MessagePort[] = []
afterEach(() => {
  for (const port of made.splice(0)) port.close()
})

/** Node's port with the shape of Electron's. */
function electronPort(port: MessagePort): PortToWindow & { raw: MessagePort } {
  made.push(port)
  return {
    raw: port,
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      event === 'message'
        ? port.on('message', (data) => listener({ data }))
        : port.on('close', () => listener({ data: undefined })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

function setUp() {
  const window = new Map<string, MessagePort>()
  const thread = new Map<string, MessagePort>()
  const ports = createTerminalPorts({
    channel() {
      const { port1, port2 } = new MessageChannel()
      return { ours: electronPort(port1), theirs: electronPort(port2) }
    },
    giveWindow: (id, port) => void window.set(id, port.raw),
    giveThread(id, port) {
      made.push(port)
      thread.set(id, port)
    },
  })
  const ends = (id: string) => {
    const [atWindow, atThread] = [window.get(id), thread.get(id)]
    if (!atWindow || !atThread) throw new Error(`nothing was opened for ${id}`)
    return { atWindow, atThread }
  }
  return { ports, ends }
}

const next = (port: MessagePort) => new Promise((resolve) => port.once('message', resolve))
const closed = (port: MessagePort) => new Promise<void>((resolve) => port.once('close', resolve))

describe('the ports of a tab', () => {
  it('carry frames both ways, unread', async () => {
    const { ports, ends } = setUp()
    ports.open('a')
    const { atWindow, atThread } = ends('a')
    const bytes = Uint8Array.of(0, 128, 255)
    atThread.postMessage({ type: 'data', bytes })
    expect(await next(atWindow)).toEqual({ type: 'data', bytes })
    atWindow.postMessage({ anything: 'at all' })
    expect(await next(atThread)).toEqual({ anything: 'at all' })
  })

  it.each(['atWindow', 'atThread'] as const)('end together when the end %s is closed', async (side) => {
    const { ports, ends } = setUp()
    ports.open('a')
    const { atWindow, atThread } = ends('a')
    const [first, other] = side === 'atWindow' ? [atWindow, atThread] : [atThread, atWindow]
    const gone = closed(other)
    first.close()
    await gone
  })

  it('are replaced by those that are opened later', async () => {
    const { ports, ends } = setUp()
    ports.open('a')
    const old = ends('a')
    const gone = Promise.all([closed(old.atWindow), closed(old.atThread)])
    ports.open('a')
    const { atWindow, atThread } = ends('a')
    await gone
    atThread.postMessage('new')
    expect(await next(atWindow)).toBe('new')
  })

  it('all close with the page', async () => {
    const { ports, ends } = setUp()
    ports.open('a')
    ports.open('b')
    const gone = Promise.all(['a', 'b'].map((id) => closed(ends(id).atThread)))
    ports.closeAll()
    await gone
  })
})
