import type { Page } from 'playwright-core'
import { startDemo } from '../../src/demo/demo'
import { type LaunchedApp, launchApp } from './electron'
import { type Sshd, startSshd } from './sshd'

/** The application with a small list, and with hosts on a real SSH server of this run. */
export type SshdWindow = {
  app: LaunchedApp
  page: Page
  server: Sshd
  close(): Promise<void>
}

/**
 * Opens a desk whose terminals tell a screen reader what they show, which is what tests read.
 *
 * @param labels the saved hosts; all lead to the one server
 * @param options fontSize: of the terminals, CSS px
 */
export async function openSshdWindow(
  labels: readonly string[],
  options: { signIn: 'key' | 'password'; fontSize?: number },
): Promise<SshdWindow> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end()
  }
  try {
    const demo = await startDemo({ churn: false, population: { luaprot: 3, luaauth: 3, junkie: 3, vsay: 3 } })
    opened.push(() => demo.stop())
    const server = await startSshd()
    opened.push(() => server.stop())
    const { host, port, user } = server
    const key = options.signIn === 'key' ? [await server.addKey('id')] : []
    const route = { group: '', host, port, user, identityFiles: key, identitiesOnly: key.length > 0 }
    const hosts = labels.map((label) => ({ ...route, label }))
    const app = await launchApp({ config: { ...demo.workspace, hosts } })
    opened.push(() => app.close())
    const page = app.window
    await page.evaluate(
      (preferences) => localStorage.setItem('sessiondeck.terminal-preferences', JSON.stringify(preferences)),
      { screenReader: true, ...(options.fontSize === undefined ? {} : { fontSize: options.fontSize }) },
    )
    await page.reload()
    return { app, page, server, close }
  } catch (error) {
    await close()
    throw error
  }
}
