import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** The wall clock of an application under test. */
export type WallClock = {
  /** What the application is to be started with. */
  launch: { preload: string; env: NodeJS.ProcessEnv }
  /** Sets the clock forward by `ms`, or back by a negative one: of every thread, and of the window. */
  jump(page: Page, ms: number): Promise<void>
}

const preload = fileURLToPath(new URL('./wall-clock.cjs', import.meta.url))

/** A wall clock that stands still at `momentMs` (epoch ms), in UTC. */
export function standingWallClock(momentMs: number) {
  return {
    launch: { preload, env: { SESSIONDECK_TEST_TIME: String(momentMs), TZ: 'UTC' } },
    /** Stops the window's clock too; the window is loaded anew. */
    async stop(page: Page): Promise<void> {
      await page.addInitScript((ms) => {
        Date.now = () => ms
      }, momentMs)
      await page.reload()
    },
  }
}

/** A wall clock that can be set; it lives in `folder`. */
export function movableWallClock(folder: string): WallClock {
  const file = path.join(folder, 'wall-clock')
  let ahead = 0
  // Renamed: a thread never reads half a number.
  const write = () => {
    writeFileSync(`${file}.new`, String(ahead))
    renameSync(`${file}.new`, file)
  }
  write()
  return {
    launch: { preload, env: { SESSIONDECK_TEST_CLOCK: file } },
    async jump(page, ms) {
      ahead += ms
      write()
      await page.evaluate((by) => {
        const now = Date.now
        Date.now = () => now() + by
      }, ms)
    },
  }
}
