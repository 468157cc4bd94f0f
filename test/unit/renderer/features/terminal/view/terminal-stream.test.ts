import type { Terminal } from '@xterm/xterm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Readiness } from '../../../../../../src/renderer/features/terminal/view/paced-input'
import type { TerminalStream as Stream } from '../../../../../../src/renderer/features/terminal/view/terminal-stream'
import { err, ok } from '../../../../../../src/shared/result'
import type { FromWindow, ToWindow } from '../../../../../../src/shared/terminal-frames'
import { terminalReset } from '../../../../../../src/shared/terminal-reset'
import { FakeBridge } from '../../../../../harness/fake-bridge'

type Message = { source: unknown; data: unknown; ports: unknown[] }

/** One end of a terminal's port, as the page gets it. */
function fakePort() {
  const sent: FromWindow[] = []
  const port = {
    onmessage: (_event: { data: ToWindow }) => {},
    closed: false,
    postMessage: (frame: FromWindow) => sent.push(frame),
    close() {
      port.closed = true
    },
  }
  const output = (text: string, isReplay = false) =>
    port.onmessage({ data: { type: 'data', bytes: new TextEncoder().encode(text), isReplay } })
  return {
    port,
    sent,
    output,
    typed: () => sent.flatMap((frame) => (frame.type === 'input' ? frame.data : [])),
  }
}

let hearPage: Set<(message: Message) => void>
let stream: Stream
let failures: string[]
/** Parses the oldest of what was written: a terminal answers a question (`?`) by itself. */
let parse: () => void
let type: (data: string) => void
let readiness: Readiness
/** All that was parsed. */
let printed: string
let resize: (cols: number, rows: number) => void
let bridge: FakeBridge

const give = (id: string, { port }: ReturnType<typeof fakePort>) => {
  for (const hear of [...hearPage])
    hear({ source: globalThis.window, data: { type: 'terminal.port', id }, ports: [port] })
}

beforeEach(async () => {
  hearPage = new Set()
  failures = []
  readiness = 'now'
  bridge = new FakeBridge()
  bridge.install()
  bridge.answer('terminal.attach', () => ok(undefined))
  vi.stubGlobal('window', {})
  vi.stubGlobal('addEventListener', (name: string, hear: (message: Message) => void) => {
    if (name === 'message') hearPage.add(hear)
  })
  vi.stubGlobal('removeEventListener', (_name: string, hear: (message: Message) => void) =>
    hearPage.delete(hear),
  )
  const { TerminalStream } = await import(
    '../../../../../../src/renderer/features/terminal/view/terminal-stream'
  )
  const written: (() => void)[] = []
  printed = ''
  const size = { cols: 80, rows: 24 }
  const terminal = {
    ...size,
    onData: (listener: typeof type) => {
      type = listener
    },
    onBinary: () => undefined,
    onResize(listener: () => void) {
      resize = (cols, rows) => {
        Object.assign(terminal, { cols, rows })
        listener()
      }
    },
    write: (output: string | Uint8Array, parsed?: () => void) =>
      written.push(() => {
        const text = typeof output === 'string' ? output : new TextDecoder().decode(output)
        printed += text
        if (text.includes('?')) type('answer')
        parsed?.()
      }),
  }
  parse = () => written.shift()?.()
  stream = new TerminalStream(terminal as unknown as Terminal, {
    readiness: () => readiness,
    output: () => undefined,
    failed: (message) => failures.push(message),
  })
  stream.setFocus(true)
})
afterEach(() => {
  stream.stop()
  expect(hearPage.size).toBe(0)
  vi.unstubAllGlobals()
})

describe('a terminal’s port', () => {
  it('is taken where it comes before the answer, with the size and nobody else’s', async () => {
    const [mine, other] = [fakePort(), fakePort()]
    const attached = stream.attach('t')
    give('other', other)
    give('t', mine)
    await attached
    type('x')
    expect(mine.sent).toEqual([
      { type: 'resize', cols: 80, rows: 24 },
      { type: 'input', data: 'x' },
    ])
    expect(other.sent).toEqual([])
  })

  it('gives way to the one that comes after the terminals thread was restarted', async () => {
    const [first, second] = [fakePort(), fakePort()]
    await stream.attach('t')
    give('t', first)
    give('t', second)
    type('x')
    expect(first.port.closed).toBe(true)
    expect(first.typed()).toEqual([])
    expect(second.typed()).toEqual(['x'])
    expect(second.sent[0]).toEqual({ type: 'resize', cols: 80, rows: 24 })
  })

  it('that is not given is told, and can be asked for again', async () => {
    bridge.answer('terminal.attach', () => err({ kind: 'not-found', message: 'It is gone.' }))
    await stream.attach('t')
    expect(failures).toEqual(['It is gone.'])
    bridge.answer('terminal.attach', () => ok(undefined))
    const port = fakePort()
    await stream.attach('t')
    give('t', port)
    type('x')
    expect(port.typed()).toEqual(['x'])
  })

  it('of a terminal that another one has replaced is not heard any more', async () => {
    const [first, second] = [fakePort(), fakePort()]
    await stream.attach('a')
    give('a', first)
    await stream.attach('b')
    give('a', fakePort())
    give('b', second)
    type('x')
    expect(first.port.closed).toBe(true)
    expect(second.typed()).toEqual(['x'])
  })
})

describe('what is typed early', () => {
  it('is sent once the terminal is there and live, whichever comes first', async () => {
    readiness = 'soon'
    type('ls')
    const attached = stream.attach('t')
    type(' -la')
    const port = fakePort()
    give('t', port)
    await attached
    expect(port.typed()).toEqual([])
    readiness = 'now'
    stream.readinessChanged()
    type('\r')
    expect(port.typed().join('')).toBe('ls -la\r')
  })

  it('waits for the port of a terminal that is live already', async () => {
    type('x')
    await stream.attach('t')
    type('y')
    const port = fakePort()
    give('t', port)
    expect(port.typed().join('')).toBe('xy')
  })

  it('is not for the next terminal', async () => {
    await stream.attach('t')
    give('t', fakePort())
    readiness = 'soon'
    type('x')
    const second = fakePort()
    await stream.attach('u')
    give('u', second)
    readiness = 'now'
    stream.readinessChanged()
    expect(second.typed()).toEqual([])
  })
})

describe('what a terminal left behind', () => {
  const printedBy = async (first: string, second: string) => {
    const [before, after] = [fakePort(), fakePort()]
    await stream.attach(first)
    give(first, before)
    before.output('before')
    await stream.attach(second)
    give(second, after)
    after.output('after')
    for (let frames = 0; frames < 5; frames += 1) parse()
    return printed
  }

  it.each([
    ['another one', 'u'],
    ['a new thread', 't'],
  ])('is put back before the output of %s', async (_, second) => {
    expect(await printedBy('t', second)).toBe(`before${terminalReset}after`)
  })

  it('is nothing where nothing was printed', async () => {
    const port = fakePort()
    await stream.attach('t')
    give('t', fakePort())
    give('t', port)
    port.output('first')
    parse()
    expect(printed).toBe('first')
  })
})

describe('a reset by hand', () => {
  it('goes through the terminal’s own output, or is done here where there is none', async () => {
    stream.reset()
    parse()
    expect(printed).toBe(terminalReset)
    const port = fakePort()
    await stream.attach('t')
    give('t', port)
    stream.reset()
    parse()
    expect(printed).toBe(terminalReset)
    expect(port.sent).toContainEqual({ type: 'reset' })
  })
})

describe('a replay', () => {
  it('has none of its questions answered again, whichever frame they are in; what comes then has', async () => {
    const port = fakePort()
    await stream.attach('t')
    give('t', port)
    port.output('one?', true)
    port.output('two?', true)
    port.output('new?')
    parse()
    parse()
    expect(port.typed()).toEqual([])
    parse()
    expect(port.typed()).toEqual(['answer'])
  })

  it('that is empty does not swallow what is typed', async () => {
    const port = fakePort()
    await stream.attach('t')
    give('t', port)
    type('x')
    expect(port.typed()).toEqual(['x'])
  })
})

it('tells the remote side the first of many sizes at once, few in between and the last in any case', async () => {
  vi.useFakeTimers()
  try {
    const port = fakePort()
    await stream.attach('t')
    give('t', port)
    for (let cols = 81; cols <= 200; cols++) {
      resize(cols, 24)
      vi.advanceTimersByTime(10)
    }
    vi.runAllTimers()
    const told = port.sent.flatMap((frame) => (frame.type === 'resize' ? frame.cols : []))
    expect(told.slice(0, 2)).toEqual([80, 81])
    expect(told.length).toBeLessThan(20)
    expect(told.at(-1)).toBe(200)
  } finally {
    vi.useRealTimers()
  }
})
