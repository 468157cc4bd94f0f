import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'

/** Limit for Chromium to end by itself, ms: it has storage to write. */
const closeWithinMs = 5_000

type Listener = (method: string, params: Record<string, unknown>) => void
type Answer = {
  id?: number
  sessionId?: string
  method?: string
  params?: Record<string, unknown>
  result?: Record<string, unknown>
  error?: { message: string }
}

/** A Chromium without windows, spoken to in its debugging protocol. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #socket: WebSocket
  readonly #waiting = new Map<
    number,
    { resolve(result: Record<string, unknown>): void; reject(cause: Error): void }
  >()
  readonly #listeners = new Map<string, Listener>()
  #asked = 0

  private constructor(process: ChildProcess, socket: WebSocket) {
    this.#process = process
    this.#socket = socket
    socket.on('message', (data) => this.#hear(JSON.parse(String(data))))
  }

  /**
   * @param profile its folder
   * @param port where every name below `localhost` leads
   */
  static async start(profile: string, port: number): Promise<Chromium> {
    const isRoot = process.getuid?.() === 0
    const browser = spawn(
      'chromium',
      [
        '--headless',
        '--no-startup-window',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        `--host-resolver-rules=MAP *.localhost 127.0.0.1:${port}`,
        '--no-proxy-server',
        '--no-first-run',
        '--password-store=basic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-extensions',
        '--disable-sync',
        '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,PaintHolding',
        '--force-color-profile=srgb',
        // As on a machine without a graphics card, where terminals are drawn as text that a test can read.
        '--disable-3d-apis',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      browser.stderr.on('data', (data: Buffer) => {
        // Who started us may wait for this line too.
        process.stderr.write(data)
        printed += data
        const [, found] = /DevTools listening on (ws:\S+)/.exec(printed) ?? []
        if (found) resolve(found)
      })
      browser.once('error', reject)
      browser.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${printed}`)))
    })
    const socket = new WebSocket(address, { maxPayload: 0 })
    await once(socket, 'open')
    return new Chromium(browser, socket)
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.#asked += 1
    const id = this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }))
    })
  }

  /** Opens a page and attaches to it; its events go to the listener, `Inspector.detached` last. */
  async open(listener: Listener): Promise<{ targetId: string; sessionId: string }> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true })
    this.#listeners.set(String(sessionId), listener)
    return { targetId: String(targetId), sessionId: String(sessionId) }
  }

  /** Has it write what it keeps, and end. */
  async close(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = once(this.#process, 'exit')
    this.send('Browser.close').catch(() => {})
    await Promise.race([ended, sleep(closeWithinMs, undefined, { ref: false })])
    this.kill()
  }

  kill(): void {
    this.#process.kill('SIGKILL')
  }

  #hear({ id, sessionId, method, params = {}, result = {}, error }: Answer): void {
    if (id !== undefined) {
      const waiting = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) waiting?.reject(new Error(error.message))
      else waiting?.resolve(result)
    } else if (method === 'Target.detachedFromTarget') {
      const gone = String(params.sessionId)
      this.#listeners.get(gone)?.('Inspector.detached', params)
      this.#listeners.delete(gone)
    } else if (method && sessionId) this.#listeners.get(sessionId)?.(method, params)
  }
}
