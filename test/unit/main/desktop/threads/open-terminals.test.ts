import { describe, expect, it } from 'vitest'
import { OpenTerminals } from '../../../../../src/main/desktop/threads/open-terminals'
import type { WorkerThread } from '../../../../../src/main/desktop/threads/supervised-thread'
import { TerminalRoutes } from '../../../../../src/main/desktop/threads/terminal-routes'
import type { EventName } from '../../../../../src/shared/contract'
import { err, ok, type Result } from '../../../../../src/shared/result'
import type { SshHost, Terminal, TerminalTarget } from '../../../../../src/shared/terminal'

const size = { cols: 80, rows: 24 }
const host: SshHost = {
  id: 'h',
  label: 'Build',
  group: '',
  host: 'build.example',
  port: 22,
  user: 'me',
  identityFiles: [],
  identitiesOnly: false,
  jumps: [],
  forwards: [],
  agentForwarding: false,
  keepAliveSeconds: 30,
  logOutput: false,
}
const ssh = { kind: 'ssh', hostId: 'h' } as const
const vsay = { kind: 'machine', accountId: 'a', machineId: 'm', machineName: 'Server' } as const

function setUp() {
  const asked: [string, unknown][] = []
  const ports: string[] = []
  const emitted: [string, unknown][] = []
  const prompts: string[] = []
  const hosts = new Map([[host.id, host]])
  let now = 1_000
  let sessions = 0
  let started = false
  let proxies = 0
  let hear = (_name: EventName, _payload: unknown) => {}
  let become = (_state: 'running' | 'restarting') => {}
  const answers: { [name: string]: (input: never) => Result<unknown> | Promise<Result<unknown>> } = {
    'terminal.start': ({ transport, size, ...rest }: Terminal & { transport: unknown; size: unknown }) =>
      ok({ ...rest, state: { kind: 'connecting' } }),
    'machine.createSession': () =>
      ok({
        sessionId: `sess_${++sessions}`,
        baseUrl: 'https://vsay.example',
        websocketUrl: 'wss://vsay.example',
        token: `token-${sessions}`,
        lifetimeMs: 60_000,
      }),
  }
  const request = (async (name: string, input: unknown) => {
    asked.push([name, input])
    return answers[name]?.(input as never) ?? ok(undefined)
  }) as WorkerThread['request']
  let ids = 0
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const routes = new TerminalRoutes(
    { request },
    { find: (id) => hosts.get(id) },
    async (baseUrl) => `http://proxy-${++proxies}.example/?of=${new URL(baseUrl).host}`,
    { monotonicMs: () => now },
    log,
  )
  const control = new OpenTerminals({
    thread: {
      start: () => {
        // As a thread that was never there says it; one that runs says nothing.
        if (!started) become('running')
        started = true
      },
      request,
      onEvent: (listener) => {
        hear = listener
      },
      onState: (listener) => {
        become = listener
      },
    },
    ports: {
      open: (id) => void ports.push(`open ${id}`),
      close: (id) => void ports.push(`close ${id}`),
      closeAll: () => void ports.push('close all'),
    },
    prompts: {
      asked: ({ id }) => void prompts.push(`asked ${id}`),
      done: (id) => void prompts.push(`done ${id}`),
      changed: () => {},
      answer: async () => ok(undefined),
      forgetAll: () => void prompts.push('forgotten'),
    },
    routes,
    emit: (name, payload) => void emitted.push([name, payload]),
    newId: () => `t${++ids}`,
    log,
  })
  const { handlers } = control
  const open = async (target: TerminalTarget) => {
    const opened = await handlers['terminal.open']({ target, size })
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  }
  const list = async () => {
    const listed = await handlers['terminal.list'](undefined)
    return listed.ok ? listed.value : []
  }
  return {
    control,
    handlers,
    asked,
    names: () => asked.map(([name]) => name),
    ports,
    emitted,
    prompts,
    hosts,
    answers,
    isStarted: () => started,
    open,
    list,
    pass: (ms: number) => {
      now += ms
    },
    changed: (terminal: Terminal) => hear('terminal.changed', terminal),
    say: (name: EventName, payload: unknown) => hear(name, payload),
    become: (state: 'running' | 'restarting') => become(state),
  }
}

const lostFor = (retryAt: number | null) => ({ kind: 'lost', reason: 'It broke.', retryAt }) as const
const ended = { kind: 'ended', reason: 'Done.', exitCode: 0, signal: null } as const

describe('opening', () => {
  it('starts a saved host by its name; one that is not saved, not', async () => {
    const { open, handlers, asked } = setUp()
    expect(await open(ssh)).toMatchObject({ id: 't1', label: 'Build', sessionKey: null })
    expect(asked).toMatchObject([['terminal.start', { transport: { kind: 'ssh', host } }]])
    expect(await handlers['terminal.open']({ target: { kind: 'ssh', hostId: 'other' }, size })).toMatchObject(
      { ok: false, error: { kind: 'not-found' } },
    )
  })

  it('starts the thread with the first terminal, which is no news for the window', async () => {
    const { open, list, control, isStarted, emitted } = setUp()
    await list()
    await control.resumed()
    expect(isStarted()).toBe(false)
    await open(ssh)
    expect(isStarted()).toBe(true)
    expect(emitted).toEqual([])
  })

  it('creates a session at VSay, which is ours, and tells nobody its token', async () => {
    const { open, names, asked, changed, emitted } = setUp()
    const terminal = await open(vsay)
    changed(terminal)
    expect(terminal).toMatchObject({ label: 'Server', sessionKey: 'a:sess_1' })
    expect(asked.at(-1)?.[1]).toMatchObject({
      transport: { kind: 'machine', proxy: 'http://proxy-1.example/?of=vsay.example' },
    })
    expect(names()).toEqual(['machine.createSession', 'terminal.start'])
    expect(JSON.stringify([terminal, emitted])).not.toContain('token')
  })

  it('leaves nothing behind where it fails', async () => {
    const { handlers, answers, names, list } = setUp()
    answers['terminal.start'] = () => err({ kind: 'internal', message: 'no' })
    expect(await handlers['terminal.open']({ target: vsay, size })).toMatchObject({ ok: false })
    expect(names()).toEqual(['machine.createSession', 'terminal.start', 'machine.endSession'])
    expect(await list()).toEqual([])
  })
})

describe('connecting again', () => {
  it('takes the host as it is saved now, or as it was', async () => {
    const { open, handlers, hosts, asked } = setUp()
    const { id } = await open(ssh)
    hosts.set('h', { ...host, port: 2222 })
    await handlers['terminal.reconnect']({ id })
    expect(asked.at(-1)).toMatchObject(['terminal.restart', { id, transport: { host: { port: 2222 } } }])
    hosts.clear()
    await handlers['terminal.reconnect']({ id })
    expect(asked.at(-1)).toMatchObject(['terminal.restart', { transport: { host: { port: 2222 } } }])
  })

  it('keeps a VSay session while its token is of use', async () => {
    const { open, handlers, changed, names, asked } = setUp()
    const terminal = await open(vsay)
    changed({ ...terminal, state: lostFor(5_000) })
    await handlers['terminal.reconnect']({ id: terminal.id })
    expect(names()).toEqual(['machine.createSession', 'terminal.start', 'terminal.restart'])
    // The proxy is looked up again, as it was when the terminal was lost: the network may be another one.
    const proxy = 'http://proxy-3.example/?of=vsay.example'
    expect(asked.at(-1)?.[1]).toMatchObject({
      sessionKey: 'a:sess_1',
      transport: { token: 'token-1', proxy },
    })
  })

  it.each([
    {
      name: 'its token was refused',
      state: lostFor(null),
      later: 0,
      asks: ['machine.endSession', 'machine.createSession', 'terminal.restart'],
    },
    {
      name: 'its token has expired',
      state: lostFor(5_000),
      later: 60_000,
      asks: ['machine.createSession', 'machine.endSession', 'terminal.restart'],
    },
    { name: 'it has ended', state: ended, later: 0, asks: ['machine.createSession', 'terminal.restart'] },
  ])('creates another VSay session where $name', async ({ state, later, asks }) => {
    const { open, handlers, changed, pass, asked, names, list } = setUp()
    const terminal = await open(vsay)
    changed({ ...terminal, state })
    pass(later)
    await handlers['terminal.reconnect']({ id: terminal.id })
    expect(
      names()
        .filter((name) => name !== 'terminal.reroute')
        .slice(2),
    ).toEqual(asks)
    expect(asked.at(-1)?.[1]).toMatchObject({ sessionKey: 'a:sess_2', transport: { token: 'token-2' } })
    expect(await list()).toMatchObject([{ sessionKey: 'a:sess_2' }])
  })
})

it('connects again once, however often it is asked to', async () => {
  const { open, handlers, changed, names } = setUp()
  const terminal = await open(vsay)
  changed({ ...terminal, state: ended })
  const { id } = terminal
  await Promise.all([handlers['terminal.reconnect']({ id }), handlers['terminal.reconnect']({ id })])
  expect(names().slice(2)).toEqual(['machine.createSession', 'terminal.restart'])
})

it('ends a VSay session that is of no use at once, and once', async () => {
  const { open, handlers, changed, asked } = setUp()
  const terminal = await open(vsay)
  changed({ ...terminal, state: lostFor(null) })
  changed({ ...terminal, state: lostFor(null) })
  await handlers['terminal.close']({ id: terminal.id })
  expect(asked.filter(([name]) => name === 'machine.endSession')).toEqual([
    ['machine.endSession', { accountId: 'a', sessionId: 'sess_1', machineName: 'Server' }],
  ])
})

it('tells how much of a token’s time is left when it connects again', async () => {
  const { open, handlers, changed, pass, asked } = setUp()
  const terminal = await open(vsay)
  changed({ ...terminal, state: lostFor(5_000) })
  pass(20_000)
  await handlers['terminal.reconnect']({ id: terminal.id })
  expect(asked.at(-1)).toMatchObject(['terminal.restart', { transport: { lifetimeMs: 40_000 } }])
})

describe('closing', () => {
  it('ends the connection, and the session that was ours', async () => {
    const { open, handlers, asked, ports, list } = setUp()
    const { id } = await open(vsay)
    await handlers['terminal.close']({ id })
    expect(asked.slice(2)).toEqual([
      ['terminal.stop', { id }],
      ['machine.endSession', { accountId: 'a', sessionId: 'sess_1', machineName: 'Server' }],
    ])
    expect(ports).toEqual([`close ${id}`])
    expect(await list()).toEqual([])
    expect(await handlers['terminal.close']({ id })).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    })
  })

  it('does not end what has ended', async () => {
    const { open, handlers, changed, names } = setUp()
    const terminal = await open(vsay)
    changed({ ...terminal, state: ended })
    await handlers['terminal.close']({ id: terminal.id })
    expect(names()).not.toContain('machine.endSession')
  })

  it('an account takes its terminals along, and no others', async () => {
    const { control, open, asked, list } = setUp()
    await open(ssh)
    await open(vsay)
    await open({ ...vsay, accountId: 'b' })
    await control.accountLeaves('a')
    expect(asked.filter(([name]) => name === 'machine.endSession')).toEqual([
      ['machine.endSession', { accountId: 'a', sessionId: 'sess_1', machineName: 'Server' }],
    ])
    expect((await list()).map(({ target }) => target)).toEqual([ssh, { ...vsay, accountId: 'b' }])
  })

  it.each(['its account', 'the app'])('%s ends a session that is just being created', async (who) => {
    const { control, handlers, asked } = setUp()
    const opening = handlers['terminal.open']({ target: vsay, size })
    await (who === 'the app' ? control.leave() : control.accountLeaves('a'))
    await opening
    expect(asked.filter(([name]) => name === 'machine.endSession')).toEqual([
      ['machine.endSession', { accountId: 'a', sessionId: 'sess_1', machineName: 'Server' }],
    ])
  })

  it('an account ends a session that is just being created for another try', async () => {
    const { control, open, handlers, changed, asked, answers } = setUp()
    const terminal = await open(vsay)
    changed({ ...terminal, state: ended })
    const create = answers['machine.createSession']
    let letGo: (value?: unknown) => void = () => {}
    const held = new Promise((resolve) => {
      letGo = resolve
    })
    answers['machine.createSession'] = async (input) => {
      await held
      return create?.(input) ?? ok(undefined)
    }
    const returning = handlers['terminal.reconnect']({ id: terminal.id })
    const leaving = control.accountLeaves('a')
    letGo()
    await leaving
    expect(asked.filter(([name]) => name === 'machine.endSession')).toEqual([
      ['machine.endSession', { accountId: 'a', sessionId: 'sess_2', machineName: 'Server' }],
    ])
    expect(await returning).toMatchObject({ ok: false })
  })

  it('the app ends the sessions that are ours', async () => {
    const { control, open, changed, asked } = setUp()
    await open(ssh)
    const first = await open(vsay)
    changed({ ...first, state: ended })
    await open(vsay)
    await control.leave()
    expect(asked.filter(([name]) => name === 'machine.endSession')).toEqual([
      ['machine.endSession', { accountId: 'a', sessionId: 'sess_2', machineName: 'Server' }],
    ])
  })
})

describe('a page', () => {
  it('gets a port when it asks, and none of a terminal that is not there', async () => {
    const { open, handlers, ports, control } = setUp()
    const { id } = await open(ssh)
    await handlers['terminal.attach']({ id })
    expect(await handlers['terminal.attach']({ id: 'other' })).toMatchObject({ ok: false })
    control.pageGone()
    expect(ports).toEqual([`open ${id}`, 'close all'])
  })
})

describe('a thread that dies', () => {
  it('leaves its terminals lost, and they come back when asked to', async () => {
    const { open, handlers, become, emitted, prompts, ports, asked, list } = setUp()
    const { id } = await open(ssh)
    await handlers['terminal.attach']({ id })
    become('restarting')
    become('running')
    expect(prompts).toEqual(['forgotten'])
    expect(emitted).toMatchObject([
      ['terminal.changed', { id, state: { kind: 'lost', retryAt: null } }],
      ['terminal.restarted', undefined],
    ])
    expect(await list()).toMatchObject([{ id, state: { kind: 'lost' } }])
    expect(await handlers['terminal.reconnect']({ id })).toMatchObject({ ok: true })
    expect(asked.at(-1)).toMatchObject(['terminal.start', { id, label: 'Build' }])
    expect(ports).toEqual([`open ${id}`, `close ${id}`, `open ${id}`])
  })

  it('does not cost a VSay session that can go on, and a tab can still be closed', async () => {
    const { open, handlers, become, names, emitted } = setUp()
    const { id } = await open(vsay)
    become('restarting')
    await handlers['terminal.reconnect']({ id })
    expect(names()).toEqual(['machine.createSession', 'terminal.start', 'terminal.start'])
    become('restarting')
    await handlers['terminal.close']({ id })
    expect(emitted.at(-1)).toEqual(['terminal.closed', { id }])
    expect(names().at(-1)).toBe('machine.endSession')
  })
})

it('hands questions on, and ignores news of a terminal that was closed', async () => {
  const { open, handlers, changed, say, prompts, emitted } = setUp()
  const terminal = await open(ssh)
  say('terminal.prompt', { id: 'p' })
  say('terminal.prompt-done', { id: 'p' })
  expect(prompts).toEqual(['asked p', 'done p'])
  await handlers['terminal.close']({ id: terminal.id })
  changed(terminal)
  expect(emitted.filter(([name]) => name === 'terminal.changed')).toEqual([])
})

describe('the tries that a terminal makes by itself', () => {
  it('go through the proxy that the system has when a VSay terminal is lost, and after a sleep', async () => {
    const { open, asked, changed, control } = setUp()
    const terminal = await open(vsay)
    const before = asked.length
    const lost = { ...terminal, state: lostFor(9_000) }
    changed(lost)
    await expect.poll(() => asked.length).toBe(before + 1)
    const through = (proxy: number) => [
      'terminal.reroute',
      {
        id: terminal.id,
        transport: { token: 'token-1', proxy: `http://proxy-${proxy}.example/?of=vsay.example` },
      },
    ]
    expect(asked.slice(before)).toMatchObject([through(2)])
    await control.resumed()
    expect(asked.slice(before)).toMatchObject([through(2), through(3), ['terminal.resumed', undefined]])
  })

  it('are left alone where there will be none', async () => {
    const { open, names, changed, control } = setUp()
    changed({ ...(await open(vsay)), state: lostFor(null) })
    changed({ ...(await open(ssh)), state: lostFor(9_000) })
    await control.resumed()
    expect(names()).not.toContain('terminal.reroute')
  })
})
