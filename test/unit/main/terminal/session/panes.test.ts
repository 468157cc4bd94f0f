import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import { portOf } from '../../../../../src/main/message-port'
import type { Question } from '../../../../../src/main/terminal/connection'
import type { WindowPort } from '../../../../../src/main/terminal/session/pane'
import { composePanes } from '../../../../../src/main/terminal/session/panes'
import { connect } from '../../../../../src/shared/rpc'
import type { Terminal, TerminalPrompt } from '../../../../../src/shared/terminal'
import { type ToWindow, watermarks } from '../../../../../src/shared/terminal-frames'
import { modesReset, terminalReset } from '../../../../../src/shared/terminal-reset'
import { createFakeClock, settle } from '../../../../harness/fake-clock'
import { fakeTransport } from '../../../../harness/fake-connection'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

const size = { cols: 80, rows: 24 }
const bytes = (text: string) => new TextEncoder().encode(text)
const loss = (retry: boolean) => ({ kind: 'lost', reason: 'It broke.', retry }) as const
const question: Question = {
  kind: 'secrets',
  title: 'Password',
  instructions: '',
  fields: [{ label: 'Password', hidden: true }],
  rememberAs: 'demo',
  retry: false,
}

/** A tab in a window: what it got, and its side of the port. */
function fakeWindow() {
  const frames: ToWindow[] = []
  let hear = (_frame: unknown) => {}
  let leave = () => {}
  let closed = false
  const port: WindowPort = {
    post: (frame) => void frames.push(frame),
    listen(onFrame, onClose) {
      hear = onFrame
      leave = onClose
    },
    close: () => {
      closed = true
    },
  }
  const output = () =>
    frames.map((frame) => (frame.type === 'data' ? new TextDecoder().decode(frame.bytes) : '')).join('')
  return {
    port,
    frames,
    output,
    send: (frame: unknown) => hear(frame),
    leave: () => leave(),
    isClosed: () => closed,
  }
}

async function setUp() {
  const channel = new MessageChannel()
  ports.push(channel.port1, channel.port2)
  const clock = createFakeClock()
  const transport = fakeTransport()
  /** The one that each connection goes through. */
  const proxies: (string | null)[] = []
  let keepAll = () => {}
  const kept = new Promise<void>((resolve) => {
    keepAll = resolve
  })
  const terminals = composePanes({
    port: portOf(channel.port1),
    clock,
    random: () => 0.5,
    connect:
      (to) =>
      (...parts) => {
        if (to.kind === 'machine') proxies.push(to.proxy)
        return transport.connect(...parts)
      },
    kept: () => kept,
    scanHosts: async () => ({ hosts: [], notes: [] }),
  })
  const client = connect(portOf(channel.port2))
  const states: Terminal['state'][] = []
  const prompts: TerminalPrompt[] = []
  const done: string[] = []
  client.on('terminal.changed', ({ state }) => states.push(state))
  client.on('terminal.prompt', (prompt) => prompts.push(prompt))
  client.on('terminal.prompt-done', ({ id }) => done.push(id))
  const session = { sessionId: 's', baseUrl: '', websocketUrl: '', token: '', lifetimeMs: null }
  const vsay = { kind: 'machine' as const, proxy: null, ...session }
  const start = (id = 't') =>
    client.request('terminal.start', {
      id,
      target: { kind: 'ssh', hostId: 'h' },
      label: 'Host',
      sessionKey: null,
      transport: vsay,
      size,
    })
  const reroute = (proxy: string) =>
    client.request('terminal.reroute', { id: 't', transport: { ...vsay, proxy } })
  const restart = () =>
    client.request('terminal.restart', {
      id: 't',
      sessionKey: 'a:new',
      transport: vsay,
    })
  await start()
  return {
    clock,
    ...transport,
    keepAll: () => keepAll(),
    terminals,
    client,
    states,
    prompts,
    done,
    start,
    restart,
    reroute,
    proxies,
  }
}

const kinds = (states: readonly Terminal['state'][]) => states.map(({ kind }) => kind)

describe('a terminal', () => {
  it('connects, carries bytes both ways, and ends', async () => {
    const { terminals, latest, states } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    latest().events.data(bytes('hello'))
    expect(window.output()).toBe('hello')
    window.send({ type: 'input', data: 'ls\r' })
    window.send({ type: 'resize', cols: 100, rows: 30 })
    expect(latest().written).toEqual(['ls\r'])
    expect(latest().sizes).toEqual([{ cols: 100, rows: 30 }])
    window.send({ type: 'ack', bytes: 5 })
    latest().events.end({ kind: 'exit', code: 3, signal: null, reason: 'Done.' })
    await settle()
    expect(states).toEqual([
      { kind: 'connecting' },
      { kind: 'live' },
      { kind: 'ended', reason: 'Done.', exitCode: 3, signal: null },
    ])
  })

  it.each([
    { type: 'input', data: 7 },
    { type: 'input' },
    { type: 'resize', cols: 0, rows: 0 },
    { type: 'resize', cols: 10_000, rows: 30 },
    { type: 'ack', bytes: -1 },
    { type: 'ack', bytes: Number.NaN },
    { type: 'unheard-of' },
    'text',
    null,
  ])('ignores %j from a window', async (frame) => {
    const { terminals, latest } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    window.send(frame)
    window.send({ type: 'input', data: 'still here' })
    expect(latest()).toMatchObject({ written: ['still here'], sizes: [] })
  })

  it('holds input while the transport is full, and says how much waits', async () => {
    const { terminals, latest } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    latest().takes = false
    window.send({ type: 'input', data: 'a' })
    window.send({ type: 'input', data: 'bcd' })
    expect(latest().written).toEqual(['a'])
    expect(window.frames).toEqual([{ type: 'drain', waiting: 3 }])
    latest().events.drain()
    expect(latest().written).toEqual(['a', 'bcd'])
    expect(window.frames.at(-1)).toEqual({ type: 'drain', waiting: 0 })
  })

  it('lets Ctrl+C through while its output is held', async () => {
    const { terminals, latest } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    latest().events.data(new Uint8Array(watermarks.high + 1))
    expect(latest().paused).toBe(true)
    window.send({ type: 'input', data: '\x03' })
    expect(latest().written).toEqual(['\x03'])
    window.send({ type: 'ack', bytes: watermarks.high + 1 })
    expect(latest().paused).toBe(false)
  })

  it('tells of its end after the window parsed the tail', async () => {
    const { terminals, latest, states } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    latest().events.data(bytes('a'))
    latest().events.data(bytes('tail'))
    latest().events.end({ kind: 'exit', code: 0, signal: null, reason: 'Done.' })
    expect(window.output()).toBe('atail')
    await settle()
    expect(kinds(states)).toEqual(['connecting', 'live'])
    window.send({ type: 'ack', bytes: 5 })
    await settle()
    expect(kinds(states)).toEqual(['connecting', 'live', 'ended'])
  })

  it('goes on for a window that comes back, with the recent output', async () => {
    const { terminals, latest } = await setUp()
    const first = fakeWindow()
    terminals.attach('t', first.port)
    latest().events.state('live')
    latest().events.data(bytes('one '))
    first.leave()
    latest().events.data(bytes('two '))
    const second = fakeWindow()
    terminals.attach('t', second.port)
    expect(second.output()).toBe('one two ')
    const third = fakeWindow()
    terminals.attach('t', third.port)
    expect(second.isClosed()).toBe(true)
    second.send({ type: 'input', data: 'from the grave' })
    third.send({ type: 'input', data: 'x' })
    expect(latest().written).toEqual(['x'])
  })

  it('closes the port of a terminal that is not there', async () => {
    const { terminals } = await setUp()
    const window = fakeWindow()
    terminals.attach('nobody', window.port)
    expect(window.isClosed()).toBe(true)
  })
})

describe('staying connected', () => {
  it('tries again later and later, and soon again after it lived well', async () => {
    const { clock, latest, connections, states } = await setUp()
    const delays: number[] = []
    for (let round = 0; round < 7; round++) {
      latest().events.end(loss(true))
      await settle()
      const state = states.at(-1)
      if (state?.kind !== 'lost' || state.retryAt === null) throw new Error('not lost')
      delays.push(state.retryAt - clock.now())
      await clock.advance(delays.at(-1) ?? 0)
    }
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
    expect(connections).toHaveLength(8)
    latest().events.state('live')
    clock.sleep(30_000)
    latest().events.end(loss(true))
    await settle()
    expect(states.at(-1)).toMatchObject({ retryAt: clock.now() + 1_000 })
  })

  it('knows how long it lived, and tries again on time, however the wall clock is set', async () => {
    const { clock, latest, connections } = await setUp()
    latest().events.end(loss(true))
    await settle()
    clock.jump(-7_200_000)
    await clock.advance(1_000)
    expect(connections).toHaveLength(2)
    latest().events.state('live')
    clock.jump(86_400_000)
    latest().events.end(loss(true))
    await settle()
    // It did not live well for a day: the next wait is the second one.
    await clock.advance(1_999)
    expect(connections).toHaveLength(2)
    await clock.advance(1)
    expect(connections).toHaveLength(3)
  })

  it('does not try a refused credential again by itself, not even after sleep', async () => {
    const { clock, client, latest, connections, states } = await setUp()
    latest().events.end(loss(false))
    await client.request('terminal.resumed')
    await clock.advance(600_000)
    expect(states.at(-1)).toMatchObject({ kind: 'lost', retryAt: null })
    expect(connections).toHaveLength(1)
  })

  it('tries at once after sleep, and at once when asked to', async () => {
    const { client, latest, connections, states, restart } = await setUp()
    latest().events.end(loss(true))
    await client.request('terminal.resumed')
    expect(connections).toHaveLength(2)
    latest().events.state('live')
    await client.request('terminal.resumed')
    expect(connections).toHaveLength(2)
    expect(await restart()).toMatchObject({ ok: true })
    expect(connections.map(({ signal }) => signal.aborted)).toEqual([true, true, false])
    connections[1]?.events.end(loss(true))
    connections[1]?.events.data(bytes('a ghost'))
    await settle()
    expect(kinds(states)).toEqual(['connecting', 'lost', 'connecting', 'live', 'connecting'])
  })

  it('makes its next try through the proxy that it was told meanwhile', async () => {
    const { clock, latest, reroute, proxies } = await setUp()
    latest().events.end(loss(true))
    await settle()
    expect(await reroute('http://proxy.example:3128')).toMatchObject({ ok: true })
    expect(proxies).toEqual([null])
    await clock.advance(1_000)
    expect(proxies).toEqual([null, 'http://proxy.example:3128'])
  })

  it('keeps the size and the scrollback, and does not send what was typed for the connection before', async () => {
    const { terminals, clock, latest } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.state('live')
    latest().events.data(bytes('before '))
    latest().takes = false
    window.send({ type: 'ack', bytes: 7 })
    window.send({ type: 'resize', cols: 100, rows: 30 })
    window.send({ type: 'input', data: 'a' })
    window.send({ type: 'input', data: 'rm -rf x\r' })
    latest().events.end(loss(true))
    await clock.advance(1_000)
    expect(latest()).toMatchObject({ size: { cols: 100, rows: 30 }, written: [] })
    latest().events.state('live')
    latest().events.data(bytes('after'))
    expect(latest().written).toEqual([])
    window.send({ type: 'ack', bytes: 100_000 })
    expect(window.output()).toBe(`before ${modesReset}${terminalReset}after`)
  })

  it('puts the terminal back by hand, also for a window that comes later', async () => {
    const { terminals, latest } = await setUp()
    const [first, second] = [fakeWindow(), fakeWindow()]
    terminals.attach('t', first.port)
    latest().events.state('live')
    latest().events.data(bytes('before'))
    first.send({ type: 'ack', bytes: 100 })
    first.send({ type: 'reset' })
    expect(first.output()).toBe(`before${terminalReset}`)
    terminals.attach('t', second.port)
    expect(second.output()).toBe(`before${terminalReset}`)
  })

  it('gives the terminal its first modes again between two connections, before anything of the next one', async () => {
    const { terminals, latest, restart } = await setUp()
    const window = fakeWindow()
    terminals.attach('t', window.port)
    latest().events.notice('The host says hello.')
    latest().events.state('live')
    latest().events.data(bytes('\x1b[?1003h'))
    const parse = () => window.send({ type: 'ack', bytes: 100_000 })
    parse()
    const { length } = window.output()
    expect(window.output()).not.toContain(modesReset)
    parse()
    latest().events.end({ kind: 'exit', code: 0, signal: null, reason: 'Done.' })
    expect(window.output().slice(length)).toBe(modesReset)
    await restart()
    // The picture stays until there is another one.
    expect(window.output().slice(length)).toBe(modesReset)
    latest().events.notice('The host says hello again.')
    latest().events.state('live')
    latest().events.data(bytes('$ '))
    parse()
    const since = window.output().slice(length + modesReset.length)
    expect(since.startsWith(terminalReset)).toBe(true)
    expect(since.slice(terminalReset.length)).toMatch(/hello again.*\$ $/s)
    expect(since.slice(terminalReset.length)).not.toContain(terminalReset)
  })
})

describe('questions', () => {
  it('wait for the person, and the terminal says so', async () => {
    const { client, latest, states, prompts, done } = await setUp()
    const answer = latest().ask(question)
    await settle()
    expect(prompts).toMatchObject([{ terminalId: 't', title: 'Password' }])
    const promptId = prompts[0]?.id ?? ''
    await client.request('terminal.resolve', { promptId, answers: ['demo'] })
    expect(await answer).toEqual(['demo'])
    await settle()
    expect(done).toEqual([promptId])
    expect(kinds(states)).toEqual(['connecting', 'waiting', 'connecting'])
    expect(await client.request('terminal.resolve', { promptId, answers: [] })).toMatchObject({ ok: true })
  })

  it('are asked again for a window that comes back', async () => {
    const { terminals, latest, prompts } = await setUp()
    void latest().ask(question)
    terminals.attach('t', fakeWindow().port)
    await settle()
    expect(prompts).toHaveLength(2)
    expect(prompts[1]).toEqual(prompts[0])
  })

  it('are given up with their connection', async () => {
    const { client, latest, done } = await setUp()
    const answer = latest().ask(question)
    await client.request('terminal.stop', { id: 't' })
    expect(await answer).toBeNull()
    await settle()
    expect(done).toHaveLength(1)
  })

  it('are not put to a person when a server asks without end', async () => {
    const { client, latest, prompts } = await setUp()
    let asked = 0
    for (; asked < 1_000; asked++) {
      const answer = latest().ask(question)
      await settle()
      const prompt = prompts[asked]
      if (!prompt) {
        expect(await answer).toBeNull()
        break
      }
      await client.request('terminal.resolve', { promptId: prompt.id, answers: ['x'] })
    }
    expect(asked).toBe(20)
  })
})

it('ends every connection when the app quits, and says so when its output is kept', async () => {
  const { client, connections, start, keepAll } = await setUp()
  await start('u')
  let hasLeft = false
  const leaving = client.request('terminal.leave').then(() => {
    hasLeft = true
  })
  await settle()
  expect(connections.map(({ signal }) => signal.aborted)).toEqual([true, true])
  expect(hasLeft).toBe(false)
  keepAll()
  await leaving
})
