import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasSshd } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

/** Output that is meant to harm, as `printf` takes it, or as a script makes it. */
const scripts = {
  'titles by the thousand': `for i in $(seq 20000); do printf '\\033]0;title %d\\007' $i; done`,
  'bells by the thousand': `head -c 100000 /dev/zero | tr '\\0' '\\007'`,
  'a device string without measure': `printf '\\033Pq'; head -c 30000000 /dev/zero | tr '\\0' 'A'; printf '\\033\\\\'`,
  'a command string without measure': `printf '\\033]0;'; head -c 30000000 /dev/zero | tr '\\0' 'A'; printf '\\007'`,
  'parameters without measure': `printf '\\033['; head -c 2000000 /dev/zero | tr '\\0' '9'; printf 'm\\033[0m'`,
  'things to be done too often': `for f in A B C D E F G I L M P S T X Z @ a b d e; do printf "x\\033[999999999$f"; done; printf '\\033[H\\033[2J'`,
  'a window that is to be another': `printf '\\033[8;1;10000t\\033[3;0;0t\\033[2t\\033[9;1t'`,
  'letters joined without measure': `printf 'a'; for i in $(seq 20000); do printf '\\314\\201'; done; echo`,
  'lines taken out by the thousand': `for i in $(seq 10000); do printf '\\033[999M'; done`,
  'marks by the million': `printf 'a'; head -c 500000 /dev/zero | sed 's/\\x00/\\xcc\\x81/g'; echo`,
  'colours changed by the thousand': `for i in $(seq 5000); do printf '\\033]4;1;#ab%04x\\007' $i; done; printf '\\033]104\\007'`,
  'full resets by the thousand': `for i in $(seq 20000); do printf 'x\\033c'; done`,
  'options switched by the thousand': `for i in $(seq 5000); do printf '\\033[20h\\033[20l\\033[?12h\\033[?12l'; done`,
  'a link that never ends': `printf '\\033]8;;https://example.com/\\007'; seq 20000; printf '\\033]8;;\\007'`,
  'links by the thousand': `for i in $(seq 10000); do printf '\\033]8;;https://example.com/%d\\007x\\033]8;;\\007\\n' $i; done`,
  // Without what could be a question: a terminal answers those, as it should.
  'noise of nearly every byte': `head -c 300000 /dev/urandom | tr -d '\\033\\302'; printf '\\033c'`,
} as const

describe.skipIf(!hasDesktop || !hasSshd)('output that is meant to harm', () => {
  let desk: SshdWindow
  let app: LaunchedApp
  let page: Page
  let rounds = 0

  beforeAll(async () => {
    desk = await openSshdWindow(['alpha'], { signIn: 'key' })
    ;({ app, page } = desk)
    await page.getByRole('button', { name: 'alpha', exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    await pane().waitFor()
  })
  afterAll(() => desk?.close())

  const pane = () => page.getByRole('region', { name: /^Terminal alpha, live\./ })
  const screen = async () =>
    (await pane().getByRole('list').getByRole('listitem').allInnerTexts())
      .join('\n')
      .replaceAll('\u00a0', ' ')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  /** Has the server print it, and proves that the terminal still takes commands and was told to run no others. */
  const survive = async (script: string) => {
    const file = path.join(desk.server.files, 'harm.sh')
    await writeFile(file, script, { mode: 0o644 })
    rounds += 1
    await run(`clear; bash ${file}; tput sgr0; echo; echo alive-$((${rounds}*1000))`)
    await expect.poll(screen, { timeout: 60_000 }).toMatch(new RegExp(`^alive-${rounds}000`, 'm'))
    expect(await screen()).not.toContain('command not found')
  }

  /** The longest that the page did nothing else, ms, while `during` went on. */
  const longestPause = async (during: () => Promise<void>) => {
    const ticks = await page.evaluateHandle(() => {
      const seen = { longest: 0, last: performance.now() }
      const look = () => {
        const now = performance.now()
        seen.longest = Math.max(seen.longest, now - seen.last)
        seen.last = now
      }
      return { seen, timer: setInterval(look, 10) }
    })
    await during()
    return ticks.evaluate(({ seen, timer }) => {
      clearInterval(timer)
      return seen.longest
    })
  }

  it.each(Object.entries(scripts))('is survived: %s', async (_, script) => {
    const size = () =>
      pane()
        .locator('.xterm-screen')
        .evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }))
    const before = await size()
    // It was 49 s and more; the page is looked at as if its processor were very busy.
    expect(await longestPause(() => survive(script))).toBeLessThan(5_000)
    expect(await size()).toEqual(before)
  })

  it('names the tab without what turns text around, and is not told that name back', async () => {
    await survive(`printf '\\033]0;safe\\342\\200\\256txt.exe\\ntouch owned\\007\\033[21t\\005'`)
    expect(await screen()).not.toMatch(/touch owned|txt\.exe/)
    await run(`printf '\\033]0;safe\\342\\200\\256txt\\007'; sleep 60`)
    const tab = page.getByRole('tab', { name: /alpha/ })
    await expect.poll(() => tab.innerText()).toContain('safetxt')
    expect(await tab.innerText()).not.toContain('\u202e')
    await page.keyboard.press('Control+KeyC')
  })

  it('neither writes nor reads the clipboard', async () => {
    await app.app.evaluate(({ clipboard }) => clipboard.writeText('mine'))
    await survive(`printf '\\033]52;c;b3duZWQ=\\007\\033]52;c;?\\007'`)
    expect(await app.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('mine')
    // "mine" in base64, as an answer would hold it.
    expect(await screen()).not.toContain('bWluZQ')
  })

  it('opens nothing by a link of another kind', async () => {
    await app.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      Object.assign(shell, { openExternal: async (url: string) => void opened.push(url) })
    })
    await survive(
      `printf '\\033]8;;file:///etc/passwd\\007bad-link\\033]8;;\\007 \\033]8;;https://example.com/\\007good-link\\033]8;;\\007\\n'`,
    )
    const box = await pane().locator('.xterm-screen').boundingBox()
    if (!box) throw new Error('there is no picture')
    const opened = () => app.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])
    const good = { x: box.x + 110, y: box.y + 8 }
    // The pointer says where a link leads, once links are known.
    await page.mouse.move(good.x, good.y)
    await page.locator('[title*="https://example.com/"]').waitFor()
    await page.keyboard.down('Control')
    await page.mouse.click(box.x + 20, good.y)
    await page.mouse.move(good.x, good.y)
    await page.locator('[title*="https://example.com/"]').waitFor()
    await page.mouse.click(good.x, good.y)
    await page.keyboard.up('Control')
    await expect.poll(opened).toEqual(['https://example.com/'])
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
