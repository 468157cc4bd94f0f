import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

const credential = 'safety-test-credential'
const config = {
  accounts: [
    {
      provider: 'vsay',
      label: 'Ops',
      // Nothing listens on the discard port.
      baseUrl: 'http://127.0.0.1:9/v1',
      credential,
      headers: { 'X-Gate': 'safety-test-header' },
      enabled: false,
    },
  ],
}
const refusal = { ok: false, error: { message: 'This request is not allowed.' } }
const preload = fileURLToPath(new URL('../../out/preload/index.cjs', import.meta.url))

describe.skipIf(!hasDesktop)('what the window cannot do', () => {
  let launched: LaunchedApp

  beforeAll(async () => {
    // What the environment names is not loaded: the page is the built one.
    launched = await launchApp({ config, env: { ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/' } })
    await launched.window.waitForLoadState('load')
  })
  afterAll(() => launched?.close())

  it('has no node, and of ours two functions only', async () => {
    const seen = await launched.window.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(globalThis.sessiondeck).sort(),
    }))
    expect(seen).toEqual({ node: [], bridge: ['onEvent', 'request'] })
  })

  it('is the page that was built, whatever the environment names', () => {
    expect(launched.window.url()).toBe('app://sessiondeck/index.html')
  })

  it('is sandboxed and isolated', async () => {
    const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return (contents as unknown as { getLastWebPreferences(): unknown })?.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    })
  })

  it('runs no inline script and evaluates no text', async () => {
    const seen = await launched.window.evaluate(
      () =>
        new Promise<{ violated: string[]; ran: boolean; evaluated: string }>((resolve) => {
          const violated: string[] = []
          let evaluated = ''
          const tell = () => resolve({ violated, ran: 'inlineScriptRan' in globalThis, evaluated })
          document.addEventListener('securitypolicyviolation', (event) => {
            violated.push(event.effectiveDirective)
            if (violated.length === 2) tell()
          })
          const script = document.createElement('script')
          script.textContent = 'globalThis.inlineScriptRan = true'
          document.head.append(script)
          // Later, because what a debugger evaluates is exempt from the policy.
          setTimeout(() => {
            try {
              new Function('return 1')()
              evaluated = 'ran'
              tell()
            } catch (cause) {
              evaluated = cause instanceof Error ? cause.name : String(cause)
            }
          })
        }),
    )
    expect(seen).toMatchObject({ ran: false, evaluated: 'EvalError' })
    expect(seen.violated).toEqual(expect.arrayContaining(['script-src-elem', 'script-src']))
  })

  it('reaches nothing outside, and no file beyond its own', async () => {
    const outcomes = await launched.window.evaluate(async () => {
      const status = (url: string) =>
        fetch(url).then(
          (response) => response.status,
          () => 'blocked',
        )
      return [
        await status('http://127.0.0.1:9/'),
        await status('https://example.com/'),
        await status('app://sessiondeck/..%2f..%2fpackage.json'),
        await status('app://sessiondeck/..%2fmain%2findex.js'),
        await status('app://sessiondeck/index.html'),
      ]
    })
    expect(outcomes).toEqual(['blocked', 'blocked', 'blocked', 'blocked', 200])
  })

  it('opens no window, frames nothing and goes nowhere', async () => {
    const { window: page, app } = launched
    const before = page.url()
    const wanted = await app.evaluateHandle(({ webContents }) => {
      const urls: string[] = []
      for (const contents of webContents.getAllWebContents())
        contents.on('will-navigate', (_event, url) => urls.push(url))
      return urls
    })
    const opened = await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.com/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      const result = window.open('https://example.com/')
      location.href = 'https://example.com/'
      return result === null
    })
    expect(opened).toBe(true)
    await page.evaluate(
      () =>
        new Promise((loaded) => {
          const frame = document.createElement('iframe')
          frame.src = 'app://sessiondeck/index.html'
          // A frame that is refused says so, too.
          frame.addEventListener('load', loaded, { once: true })
          document.body.append(frame)
        }),
    )
    await expect.poll(() => wanted.jsonValue()).toContain('https://example.com/')
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    const frames = page.frames().slice(1)
    for (const frame of frames) expect(await frame.evaluate(() => 'sessiondeck' in globalThis)).toBe(false)
  })

  it('gets no permission', async () => {
    const answers = await launched.window.evaluate(async () => {
      const denied = (asking: Promise<unknown>) =>
        asking.then(
          () => 'granted',
          (cause) => (cause instanceof DOMException ? cause.name : String(cause)),
        )
      return {
        notifications: await Notification.requestPermission(),
        clipboard: await denied(navigator.clipboard.readText()),
        geolocation: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            (error) => resolve(error.code),
          ),
        ),
      }
    })
    expect(answers).toEqual({ notifications: 'denied', clipboard: 'NotAllowedError', geolocation: 1 })
  })

  it('has no way to ask for files and folders that it could keep', async () => {
    const there = await launched.window.evaluate(() => [
      ...['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter((name) => name in window),
      ...['getAsFileSystemHandle'].filter((name) => name in DataTransferItem.prototype),
    ])
    expect(there).toEqual([])
  })

  it('downloads nothing and attaches no guest', async () => {
    const { app, window: page } = launched
    await app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event, item) => {
        Object.assign(globalThis, { denied: event.defaultPrevented, wanted: item.getURL() })
      })
    })
    const seen = () =>
      app.evaluate(() => {
        const { denied, wanted } = globalThis as { denied?: boolean; wanted?: string }
        return { denied, wanted }
      })
    const guest = await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'data:text/plain,taken'
      link.download = 'taken.txt'
      link.click()
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.com/')
      document.body.append(webview)
      return webview instanceof HTMLUnknownElement || webview.constructor === HTMLElement
    })
    expect(guest).toBe(true)
    await expect.poll(async () => (await seen()).denied).toBe(true)
    expect((await seen()).wanted).toBe('data:text/plain,taken')
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })

  it('sees no credential and no header value', async () => {
    const workspace = await launched.window.evaluate(() =>
      globalThis.sessiondeck.request('workspace.get', undefined),
    )
    expect(workspace).toMatchObject({
      ok: true,
      value: { accounts: [{ label: 'Ops', headerNames: ['X-Gate'] }] },
    })
    expect(JSON.stringify(workspace)).not.toMatch(/safety-test-(credential|header)/)
  })

  it.each(['watch.configure', 'watch.test', 'watch.set'])('may not ask %s, the shell’s own', async (name) => {
    const answer = await launched.window.evaluate(
      (name) => globalThis.sessiondeck.request(name, { accounts: [], heartbeatIntervalMs: 1, proxies: {} }),
      name,
    )
    expect(answer).toMatchObject(refusal)
  })

  it.each([
    ['of another window on the same page', 'app://sessiondeck/index.html'],
    ['of a foreign page', 'data:text/html,<p>foreign</p>'],
  ])('the request %s is refused', async (_who, url) => {
    const answer = await launched.app.evaluate(
      async ({ BrowserWindow }, { url, preload }) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
        await other.loadURL(url)
        const answer = await other.webContents.executeJavaScript(
          'globalThis.sessiondeck.request("workspace.get")',
        )
        other.destroy()
        return answer
      },
      { url, preload: path.resolve(preload) },
    )
    expect(answer).toMatchObject(refusal)
  })
})
