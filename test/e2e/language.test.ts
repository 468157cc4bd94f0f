import { afterEach, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { grid } from '../harness/demo-window'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'

describe.skipIf(!hasDesktop)('another language', () => {
  let demo: Demo | undefined
  let app: LaunchedApp | undefined

  afterEach(async () => {
    await app?.close()
    await demo?.stop()
  })

  it('is spoken at once by the watching, also of what is not asked any more', async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 5, luaauth: 0, junkie: 0, vsay: 0 } })
    app = await launchApp({ config: demo.workspace })
    const page = app.window
    await grid(page).getByRole('row').filter({ hasText: 'Hub One' }).first().waitFor()
    const summaries = () =>
      page.evaluate(async () =>
        JSON.stringify(await globalThis.sessiondeck.request('health.list', undefined)),
      )
    await page.evaluate(() => globalThis.sessiondeck.request('watch.pause', { paused: true }))
    await expect.poll(summaries).toContain('Paused. Not polling.')

    const told = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          globalThis.sessiondeck.onEvent((name, payload) => {
            const text = JSON.stringify(payload)
            if (name === 'health.changed' && text.includes('Angehalten.')) resolve(text)
          })
          void globalThis.sessiondeck.request('settings.save', { language: 'de' })
        }),
    )
    expect(await told).not.toContain('Paused.')
    expect(await summaries()).toContain('Angehalten. Es wird nicht gefragt.')
  })
})
