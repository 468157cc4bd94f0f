import type { ElectronApplication, Page } from 'playwright-core'
import { launchApp } from '../harness/electron'
import { benchConfig } from './config'
import { type Feed, startFeed } from './feed'

const patienceMs = 60_000

/** The application, watching the prepared service. */
export type BenchWindow = {
  app: ElectronApplication
  page: Page
  feed: Feed
  /** Shows so many sessions, of which 1 % change with each heartbeat, and waits until the window lists them. */
  show(sessions: number): Promise<void>
  /** Whether heartbeats go out. */
  pause(paused: boolean): Promise<void>
}

/**
 * Opens the application for as long as `work` takes.
 *
 * @param hosts SSH hosts that are saved in it
 */
export async function withWindow<T>(
  work: (window: BenchWindow) => Promise<T>,
  hosts: readonly unknown[] = [],
): Promise<T> {
  const feed = await startFeed()
  try {
    await feed.show(100, 2)
    const launched = await launchApp({ config: { ...benchConfig(feed.url), hosts } })
    try {
      const { app, window: page } = launched
      await listed(page, 100)
      // Away from the list: it stands still while the pointer is on it.
      await page.mouse.move(5, 5)
      return await work({
        app,
        page,
        feed,
        async show(sessions) {
          await feed.show(sessions, sessions / 50)
          await listed(page, sessions)
        },
        async pause(paused) {
          await page.evaluate((input) => sessiondeck.request('watch.pause', input), { paused })
          if (!paused) await feed.answers(1)
        },
      })
    } finally {
      await launched.close()
    }
  } finally {
    feed.stop()
  }
}

/** Waits until the grid has so many rows and its header; those that just left may still fade. */
async function listed(page: Page, sessions: number): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Live sessions' })
  const deadline = Date.now() + patienceMs
  for (;;) {
    const count = Number(await rows.getAttribute('aria-rowcount', { timeout: patienceMs })) - 1
    if (count >= sessions && count <= sessions * 1.05) return
    if (Date.now() > deadline) throw new Error(`the window lists ${count} of ${sessions} sessions`)
    await page.waitForTimeout(200)
  }
}
