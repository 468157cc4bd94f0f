import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { floodPieces } from '../../src/demo/ssh-shell'
import { systemClock } from '../../src/main/clock'
import type { WorkerThread } from '../../src/main/desktop/threads/supervised-thread'
import { readWorkspace } from '../../src/main/settings/config-file'
import { createProvider } from '../../src/main/watch/providers/registry'
import type { Payload } from '../../src/shared/contract'
import type { Terminal, TerminalPrompt, Transport } from '../../src/shared/terminal'
import { watermarks } from '../../src/shared/terminal-frames'
import {
  attachTab,
  buildTerminalsThread,
  startTerminalsThread,
  type Tab,
  type ThreadProgram,
} from '../harness/terminals-thread'

const patience = { timeout: 25_000, interval: 20 }
const size = { cols: 80, rows: 24 }
const mebibyte = 1024 * 1024

let program: ThreadProgram
let demo: Demo
let thread: WorkerThread
let tabs: Tab[]
let terminals: Map<string, Terminal>
let prompts: TerminalPrompt[]
let answer: (prompt: TerminalPrompt) => string[] | null

beforeAll(async () => {
  program = await buildTerminalsThread()
})
afterAll(() => program.remove())

beforeEach(async () => {
  demo = await startDemo({ churn: false, population: { luaprot: 0, luaauth: 0, junkie: 0, vsay: 0 } })
  tabs = []
  terminals = new Map()
  prompts = []
  answer = (prompt) => (prompt.kind === 'host-key' ? [] : prompt.fields.map(() => 'demo'))
  thread = startTerminalsThread(program)
  const heard: { [name: string]: (payload: never) => void } = {
    'terminal.changed': (terminal: Payload<'terminal.changed'>) => void terminals.set(terminal.id, terminal),
    'terminal.prompt'(prompt: Payload<'terminal.prompt'>) {
      prompts.push(prompt)
      void thread.request('terminal.resolve', { promptId: prompt.id, answers: answer(prompt) })
    },
  }
  thread.onEvent((name, payload) => heard[name]?.(payload as never))
})
afterEach(async () => {
  for (const tab of tabs) tab.close()
  await thread.stop()
  await demo.stop()
})

const workspace = () => {
  const read = readWorkspace(demo.workspace)
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

function sshTransport(): Transport {
  const [host] = workspace().hosts
  if (!host) throw new Error('The demo has no SSH host.')
  return { kind: 'ssh', host }
}

async function open(id: string, transport = sshTransport()): Promise<Tab> {
  await thread.request('terminal.start', {
    id,
    target: { kind: 'ssh', hostId: 'h' },
    label: id,
    sessionKey: null,
    transport,
    size,
  })
  const tab = attachTab(thread, id)
  tabs.push(tab)
  return tab
}

const type = (tab: Tab, data: string) => tab.send({ type: 'input', data })
const isPrompted = (tab: Tab) => expect.poll(tab.text, patience).toMatch(/\$ $/)
const stateOf = (id: string) => () => terminals.get(id)?.state.kind

describe('the terminals thread against the demo’s SSH host', () => {
  it('asks about the host once, then for the password, and carries a session to its exit', async () => {
    const tab = await open('a')
    await isPrompted(tab)
    expect(prompts.map(({ kind }) => kind)).toEqual(['host-key', 'secrets'])
    tab.send({ type: 'resize', cols: 132, rows: 50 })
    type(tab, 'size\r')
    await expect.poll(tab.text, patience).toContain('132x50')
    type(tab, 'exit 3\r')
    await expect.poll(() => terminals.get('a')?.state, patience).toMatchObject({ kind: 'ended', exitCode: 3 })
    await isPrompted(await open('b'))
    expect(prompts.map(({ kind }) => kind)).toEqual(['host-key', 'secrets', 'secrets'])
  })

  it('keeps the output of a host that asks for it, and of no other', async () => {
    const folder = path.join(program.folder, 'terminal-logs')
    const [host] = workspace().hosts
    if (!host) throw new Error('The demo has no SSH host.')
    await isPrompted(await open('quiet'))
    const tab = await open('kept', { kind: 'ssh', host: { ...host, label: 'Kept', logOutput: true } })
    await isPrompted(tab)
    type(tab, 'exit\r')
    await expect.poll(stateOf('kept'), patience).toBe('ended')
    const [file = '', ...others] = await readdir(folder)
    expect([file.startsWith('Kept-'), others]).toEqual([true, []])
    const read = () => readFile(path.join(folder, file), 'utf8')
    await expect.poll(read, patience).toMatch(/\$ exit/)
    expect(tab.text()).toContain(await read())
  })

  it('has what it keeps on the disk when the app quits in the middle of a flood', async () => {
    const [host] = workspace().hosts
    if (!host) throw new Error('The demo has no SSH host.')
    const tab = await open('kept', { kind: 'ssh', host: { ...host, label: 'Quit', logOutput: true } })
    await isPrompted(tab)
    type(tab, 'flood 50\r')
    await expect.poll(() => tab.bytes().length, patience).toBeGreaterThan(4 * mebibyte)
    expect(await thread.request('terminal.leave')).toMatchObject({ ok: true })
    await thread.stop()
    const folder = path.join(program.folder, 'terminal-logs')
    const name = (await readdir(folder)).find((each) => each.startsWith('Quit-')) ?? ''
    const kept = await readFile(path.join(folder, name))
    // The last that a window was shown is there, and with it all before.
    expect(kept.includes(tab.bytes().subarray(-mebibyte))).toBe(true)
  })

  it('does not try a wrong password again by itself', async () => {
    answer = (prompt) => (prompt.kind === 'host-key' ? [] : ['wrong'])
    await open('a')
    await expect
      .poll(() => terminals.get('a')?.state, patience)
      .toMatchObject({ kind: 'lost', retryAt: null })
  })

  it('brings 50 MB through unchanged', async () => {
    const tab = await open('a')
    await isPrompted(tab)
    type(tab, 'flood 50\r')
    const length = 50 * mebibyte
    const start = () => tab.bytes().indexOf('flood 50\r\n') + 'flood 50\r\n'.length
    let received = 0
    await expect
      .poll(() => {
        received = tab.bytes().length
        return received > length && tab.text().endsWith('$ ')
      }, patience)
      .toBe(true)
    const expected = createHash('sha256')
    for (const piece of floodPieces(length)) expected.update(piece)
    const got = createHash('sha256').update(tab.bytes().subarray(start(), start() + length))
    expect(got.digest('hex')).toBe(expected.digest('hex'))
  })

  it('stops a flood at Ctrl+C although nothing of it was parsed, and holds it back until then', async () => {
    const tab = await open('a')
    await isPrompted(tab)
    tab.stopParsing()
    type(tab, 'flood\r')
    await expect.poll(() => tab.bytes().length, patience).toBeGreaterThan(watermarks.high)
    const atRest = tab.bytes().length
    type(tab, '\x03')
    await isQuiet(tab)
    expect(tab.bytes().length - atRest).toBeLessThan(4 * mebibyte)
    tab.parseAll()
    await isPrompted(tab)
    expect(tab.text()).toMatch(/\^C\r\n.*\$ $/)
    // What was on its way when Ctrl+C was heard is all that comes: the flood itself never ends.
    expect(tab.bytes().length).toBeLessThan(16 * mebibyte)
  })

  it('lets another tab work while one floods', async () => {
    const flooding = await open('a')
    const other = await open('b')
    await isPrompted(flooding)
    await isPrompted(other)
    type(flooding, 'flood\r')
    await expect.poll(() => flooding.bytes().length, patience).toBeGreaterThan(mebibyte)
    type(other, 'echo through\r')
    await expect.poll(other.text, patience).toContain('\r\nthrough\r\n')
    type(flooding, '\x03')
    await isPrompted(flooding)
  })

  it('goes on for a window that was loaded again', async () => {
    const first = await open('a')
    await isPrompted(first)
    type(first, 'echo remembered\r')
    await expect.poll(first.text, patience).toContain('\r\nremembered\r\n')
    first.close()
    const second = attachTab(thread, 'a')
    tabs.push(second)
    await expect.poll(second.text, patience).toContain('\r\nremembered\r\n')
    type(second, 'echo again\r')
    await expect.poll(second.text, patience).toContain('\r\nagain\r\n')
  })

  it('keeps fifty terminals apart', async () => {
    const opened = await Promise.all(Array.from({ length: 50 }, (_, index) => open(`t${index}`)))
    for (const tab of opened) await isPrompted(tab)
    for (const [index, tab] of opened.entries()) type(tab, `echo mine-${index}\r`)
    for (const [index, tab] of opened.entries()) {
      await expect.poll(tab.text, patience).toContain(`\r\nmine-${index}\r\n`)
      expect(tab.text().match(/\r\nmine-\d+/g)).toEqual([`\r\nmine-${index}`])
    }
  })

  it('comes back in place when the host was gone', async () => {
    const tab = await open('a')
    await isPrompted(tab)
    const port = sshTransport().kind === 'ssh' ? (demo.workspace.hosts[0]?.port ?? 0) : 0
    await demo.stop()
    await expect.poll(stateOf('a'), patience).toBe('lost')
    demo = await startDemo({ churn: false, ports: { ssh: port } })
    await expect.poll(stateOf('a'), patience).toBe('live')
    // The same seed has the same host key: nothing to ask but the password.
    expect(prompts.filter(({ kind }) => kind === 'host-key')).toHaveLength(1)
    await expect.poll(() => tab.text().split('Welcome').length - 1, patience).toBe(2)
  })

  it('leaves nothing connected when the thread is ended', async () => {
    const tab = await open('a')
    await isPrompted(tab)
    await thread.stop()
    // The host would wait for its clients otherwise.
    await demo.stop()
    expect(await thread.request('terminal.resumed')).toMatchObject({ ok: false })
  })
})

describe('the terminals thread against the demo’s VSay', () => {
  async function create() {
    const [account] = workspace().accounts.filter(({ provider }) => provider === 'vsay')
    if (!account) throw new Error('The demo has no VSay account.')
    const { provider } = createProvider(account, {
      label: () => account.label,
      clock: systemClock,
      proxy: null,
      log: () => {},
    })
    const created = await provider.terminals?.create('mch_101', size)
    if (!created?.ok) throw new Error('no session')
    const { baseUrl } = account
    const transport: Transport = { kind: 'machine', baseUrl, proxy: null, ...created.value }
    return { provider, transport, sessionId: created.value.sessionId }
  }

  it('carries a session until it is terminated', async () => {
    const { provider, transport, sessionId } = await create()
    const tab = await open('v', transport)
    await isPrompted(tab)
    tab.send({ type: 'resize', cols: 100, rows: 30 })
    type(tab, 'size\r')
    await expect.poll(tab.text, patience).toContain('100x30')
    await provider.terminals?.terminate(sessionId)
    await expect.poll(stateOf('v'), patience).toBe('ended')
    await provider.close()
  })

  it('does not go on with a token that is refused', async () => {
    const { provider, transport } = await create()
    await open('v', {
      ...transport,
      ...(transport.kind === 'machine' ? { token: 'wrong' } : {}),
    } as Transport)
    await expect
      .poll(() => terminals.get('v')?.state, patience)
      .toMatchObject({ kind: 'lost', retryAt: null, reason: expect.stringContaining('invalid token') })
    await provider.close()
  })
})

/** Resolves when no more output has come between two looks. */
async function isQuiet(tab: Tab): Promise<void> {
  let before = -1
  await expect
    .poll(
      () => {
        const quiet = tab.bytes().length === before
        before = tab.bytes().length
        return quiet
      },
      { ...patience, interval: 300 },
    )
    .toBe(true)
}
