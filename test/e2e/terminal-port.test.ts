import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

declare global {
  /** What the page's own test script keeps. */
  var tab: { text: string; port: MessagePort | null; prompts: string[] }
}

/** The way of a terminal's bytes through the real window, without the page's own terminal. */
describe.skipIf(!hasDesktop)('a terminal’s port in the real runtime', () => {
  let launched: LaunchedApp
  let id = ''

  const request = async (name: string, input?: unknown) => {
    const result = await launched.window.evaluate(
      ([asked, given]) => globalThis.sessiondeck.request(asked, given),
      [name, input] as const,
    )
    return result as { ok: boolean; value: unknown }
  }
  const text = () => launched.window.evaluate(() => globalThis.tab.text)
  const type = (data: string) =>
    launched.window.evaluate(
      (typed) => globalThis.tab.port?.postMessage({ type: 'input', data: typed }),
      data,
    )

  /** Hears ports, parses at once, and says yes to a host key and `demo` to everything else. */
  const listen = () =>
    launched.window.evaluate(() => {
      const { sessiondeck } = globalThis
      const answered = new Set<string>()
      globalThis.tab = { text: '', port: null, prompts: [] }
      window.addEventListener('message', (event) => {
        const [port] = event.ports
        if (event.source !== window || event.data?.type !== 'terminal.port' || !port) return
        const decoder = new TextDecoder()
        globalThis.tab.port = port
        port.onmessage = ({ data }) => {
          if (data.type !== 'data') return
          globalThis.tab.text += decoder.decode(data.bytes, { stream: true })
          port.postMessage({ type: 'ack', bytes: data.bytes.length })
        }
      })
      sessiondeck.onEvent((name, payload) => {
        if (name !== 'terminal.prompt') return
        const prompt = payload as { id: string; kind: string }
        // Repeated to a page that attaches while it is open.
        if (answered.has(prompt.id)) return
        answered.add(prompt.id)
        globalThis.tab.prompts.push(prompt.kind)
        const answers = prompt.kind === 'host-key' ? [] : ['demo']
        void sessiondeck.request('terminal.answer', { promptId: prompt.id, answers, remember: true })
      })
    })

  beforeAll(async () => {
    launched = await launchApp({ args: ['--demo'] })
    await vi.waitFor(
      async () => expect((await request('host.list')).value).toMatchObject([{ label: 'Demo host' }]),
      { timeout: 30_000 },
    )
    await listen()
  })
  afterAll(() => launched?.close())

  it('carries a session on the demo host', async () => {
    const target = { kind: 'ssh', hostId: 'host-1' }
    const opened = await request('terminal.open', { target, size: { cols: 80, rows: 24 } })
    expect(opened).toMatchObject({ ok: true, value: { label: 'Demo host' } })
    id = (opened.value as { id: string }).id
    expect(await request('terminal.attach', { id })).toMatchObject({ ok: true })
    await expect.poll(text).toMatch(/\$ $/)
    await type('echo through the window\r')
    await expect.poll(text).toContain('\r\nthrough the window\r\n')
    expect(await launched.window.evaluate(() => globalThis.tab.prompts)).toEqual(['host-key', 'secrets'])
  })

  it('is there again, with the recent output, after the page was loaded again', async () => {
    await launched.window.reload()
    await listen()
    expect(await request('terminal.list')).toMatchObject({ value: [{ id, state: { kind: 'live' } }] })
    await request('terminal.attach', { id })
    await expect.poll(text).toContain('\r\nthrough the window\r\n')
    await type('echo still here\r')
    await expect.poll(text).toContain('\r\nstill here\r\n')
  })

  it('asks nothing that it was told to remember', async () => {
    expect(await request('terminal.reconnect', { id })).toMatchObject({ ok: true })
    await expect.poll(async () => (await text()).split('Welcome').length).toBe(3)
    expect(await launched.window.evaluate(() => globalThis.tab.prompts)).toEqual([])
  })

  it('stays out of reach of a page’s request for more', async () => {
    expect(await request('terminal.start', {})).toMatchObject({ ok: false })
    expect(await request('machine.createSession', {})).toMatchObject({ ok: false })
  })

  it('opens a terminal on a VSay machine, and ends the session with its tab', async () => {
    const accounts = (await request('workspace.get')).value as {
      accounts: { id: string; provider: string }[]
    }
    const account = accounts.accounts.find(({ provider }) => provider === 'vsay')
    const opened = await request('terminal.open', {
      target: {
        kind: 'machine',
        accountId: account?.id,
        machineId: 'mch_101',
        machineName: 'Production Server',
      },
      size: { cols: 80, rows: 24 },
    })
    expect(opened).toMatchObject({ ok: true, value: { label: 'Production Server' } })
    const { id: vsay, sessionKey } = opened.value as { id: string; sessionKey: string }
    expect(sessionKey).toMatch(/^vsay-\d:sess_/)
    await request('terminal.attach', { id: vsay })
    await expect.poll(text).toContain('Demo terminal')
    expect(JSON.stringify(opened)).not.toContain('st_')
    await request('terminal.close', { id: vsay })
    // The service is told when the tab is gone already.
    await expect.poll(() => request('session.details', { key: sessionKey })).toMatchObject({ ok: false })
  })
})

describe.skipIf(!hasDesktop)('quitting', () => {
  it('ends the VSay sessions of open terminals', async () => {
    const demo = await startDemo({ churn: false, population: { luaprot: 0, luaauth: 0, junkie: 0, vsay: 0 } })
    try {
      const launched = await launchApp({ config: demo.workspace })
      const open = () =>
        launched.window.evaluate(async () => {
          const workspace = await globalThis.sessiondeck.request('workspace.get', undefined)
          const { value } = workspace as { value: { accounts: { id: string; provider: string }[] } }
          const accountId = value.accounts.find(({ provider }) => provider === 'vsay')?.id
          const target = {
            kind: 'machine',
            accountId,
            machineId: 'mch_101',
            machineName: 'Production Server',
          }
          return globalThis.sessiondeck.request('terminal.open', { target, size: { cols: 80, rows: 24 } })
        })
      // The watch thread may not know its accounts yet.
      await expect.poll(open).toMatchObject({ ok: true })
      expect(demo.crowds.vsay.size).toBe(1)
      await launched.close()
      expect(demo.crowds.vsay.size).toBe(0)
      expect(demo.recorded.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
    } finally {
      await demo.stop()
    }
  })
})
