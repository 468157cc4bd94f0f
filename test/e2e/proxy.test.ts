import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DemoWindow, grid, openDemoWindow } from '../harness/demo-window'
import { hasDesktop } from '../harness/electron'
import { proxyServer, type TestServer, tcpServer } from '../integration/http/servers'

/** The services need not answer at once: a proxy is asked for every ten seconds. */
const soon = { timeout: 60_000 }

describe.skipIf(!hasDesktop)('the system’s proxy', () => {
  let desk: DemoWindow
  const servers: TestServer[] = []

  beforeEach(async () => {
    desk = await openDemoWindow({ population: { luaprot: 5, luaauth: 5, junkie: 5, vsay: 5 } })
    await expect.poll(() => rows()).toBe(20)
  })
  afterEach(async () => {
    await desk?.close()
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  const keep = <T extends TestServer>(server: T): T => {
    servers.push(server)
    return server
  }
  const rows = () =>
    grid(desk.page)
      .getByRole('row')
      .filter({ hasText: /live|Hub|Ops/ })
      .count()
  const words = () => desk.page.locator('body').innerText()
  /** Switches the system's proxy, for the services on this machine too. */
  const setProxy = (proxyRules: string) =>
    desk.app.app.evaluate(
      ({ session }, rules) =>
        session.defaultSession.setProxy({ proxyRules: rules, proxyBypassRules: '<-loopback>' }),
      proxyRules,
    )
  /** What the window says until it is asked: a false word may stand for a moment only. */
  const listen = () =>
    desk.page.evaluate(() => {
      const said: string[] = []
      const note = () => said.push(document.body.innerText)
      new MutationObserver(note).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      })
      Object.assign(window, { said })
    })
  const heard = () => desk.page.evaluate(() => Reflect.get(window, 'said') as string[])

  it('is used when it is switched on and off later, and nothing is said to be gone', async () => {
    await listen()
    const before = await rows()
    const proxy = keep(await proxyServer())
    await setProxy(`127.0.0.1:${proxy.port}`)
    await expect.poll(() => new Set(proxy.tunnels).size, soon).toBe(4)
    expect(await rows()).toBe(before)
    await setProxy('direct://')
    await proxy.close()
    const { requests } = desk.demo.recorded
    const asked = requests.length
    await expect.poll(() => requests.length, soon).toBeGreaterThan(asked + 4)
    await expect.poll(words, soon).not.toMatch(/system’s proxy/)
    expect(await rows()).toBe(before)
    for (const text of await heard()) {
      expect(text).not.toMatch(/no longer watched|already left|Nobody is online/)
      expect(text).toContain('Hub One')
    }
  })

  it('that hangs up is named, is not stormed, and is left as soon as there is another way', async () => {
    const proxy = keep(await tcpServer((socket) => socket.once('data', () => socket.end())))
    await setProxy(`127.0.0.1:${proxy.port}`)
    const blame = `the system’s proxy 127.0.0.1:${proxy.port} hung up instead of opening a way`
    await expect.poll(words, soon).toContain(blame)
    const asked = proxy.connections()
    expect(asked).toBeLessThan(50)
    await setProxy('direct://')
    await expect.poll(words, soon).not.toContain(blame)
    expect(proxy.connections() - asked).toBeLessThan(50)
  })
})
