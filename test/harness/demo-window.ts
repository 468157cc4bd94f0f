import type { Page } from 'playwright-core'
import { type Demo, startDemo } from '../../src/demo/demo'
import type { DemoOptions } from '../../src/demo/options'
import { sessionDetailsText } from '../../src/shared/text/session-details'
import { sessionListText } from '../../src/shared/text/session-list'
import { type LaunchedApp, type LaunchOptions, launchApp } from './electron'

/** The application over demo services of its own, with its list on screen. */
export type DemoWindow = { demo: Demo; app: LaunchedApp; page: Page; close(): Promise<void> }

/** The list of live sessions. */
export const grid = (page: Page) => page.getByRole('grid', { name: sessionListText.table })

/** The details on the right. */
export const details = (page: Page) => page.getByRole('region', { name: sessionDetailsText.title })

/** Opens a desk on a crowd that neither comes nor goes by itself. */
export async function openDemoWindow(options: DemoOptions, launch?: LaunchOptions): Promise<DemoWindow> {
  const demo = await startDemo({ churn: false, ...options })
  try {
    const app = await launchApp({ config: demo.workspace, ...launch })
    const page = app.window
    const close = async () => {
      await app.close()
      await demo.stop()
    }
    try {
      await grid(page).waitFor()
      return { demo, app, page, close }
    } catch (error) {
      await app.close()
      throw error
    }
  } catch (error) {
    await demo.stop()
    throw error
  }
}
