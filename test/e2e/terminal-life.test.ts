import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasSshd, type Sshd, signal } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

/** What a program asked of the terminal, and then its connection was gone. */
const leftovers = String.raw`printf '\e[?1049h\e[?1003h\e[?1006h\e[?1004h\e[?1h\e[?25l\e[?6h\e(0'; sleep 999`

describe.skipIf(!hasDesktop || !hasSshd)('a terminal from its first key to its last', () => {
  let desk: SshdWindow
  let server: Sshd
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openSshdWindow(['alpha', 'beta'], { signIn: 'key' })
    ;({ app, page, server } = desk)
  })
  afterAll(() => desk?.close())

  const tabs = () => page.getByRole('tablist', { name: 'Terminals' }).getByRole('tab')
  const tab = (name: string) => tabs().filter({ hasText: name })
  const pane = (name: string) => page.getByRole('region', { name: new RegExp(`^Terminal ${name}, live\\.`) })
  const screen = async (name: string) =>
    (await pane(name).getByRole('list').getByRole('listitem').allInnerTexts())
      .join('\n')
      .replaceAll('\u00a0', ' ')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  const typesInto = (field: Locator) => field.evaluate((element) => element === document.activeElement)
  const kill = async () => {
    for (const pid of await server.children()) signal(pid, 'SIGKILL')
  }
  const clipboard = () => app.app.evaluate(({ clipboard }) => clipboard.readText())

  it('keeps what is typed before it is connected, and sends it once', async () => {
    await page.getByRole('button', { name: 'alpha', exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    await pane('alpha').waitFor()
    await run('PS1="ready\\$ "; clear')
    await expect.poll(() => screen('alpha')).toMatch(/ready[$#]/)
    await page.getByRole('button', { name: 'beta', exact: true }).click()
    const field = page.getByRole('region', { name: /^Terminal beta, / }).locator('.xterm-helper-textarea')
    await expect.poll(() => typesInto(field)).toBe(true)
    await run('echo "early-$((40+2))" >> early.txt; cat early.txt')
    await pane('beta').waitFor()
    await expect.poll(() => screen('beta')).toMatch(/^early-42/m)
    expect((await readFile(path.join(server.home, 'early.txt'), 'utf8')).trim()).toBe('early-42')
  })

  it('brings a live tab back that was closed by mistake, with what runs in it', async () => {
    await run('clear; echo "still-$((40+2))"; sleep 60')
    await expect.poll(() => screen('beta')).toMatch(/^still-42/m)
    const before = (await server.children()).length
    await tab('beta').click({ button: 'middle' })
    await expect.poll(() => tabs().count()).toBe(1)
    const toast = page.getByRole('region', { name: 'Notifications' })
    await toast.getByText('The terminal beta was closed.').waitFor()
    // It stays while the pointer is on it, however long a picture takes.
    await toast.getByRole('button', { name: 'Undo' }).hover()
    await app.screenshot('terminal-closed')
    await toast.getByRole('button', { name: 'Undo' }).click()
    await pane('beta').waitFor()
    expect(await screen('beta')).toMatch(/^still-42/m)
    expect((await server.children()).length).toBe(before)
    await expect.poll(() => typesInto(pane('beta').locator('.xterm-helper-textarea'))).toBe(true)
    await page.keyboard.press('Control+KeyC')
    await page.keyboard.press('Control+Shift+KeyW')
    await expect.poll(() => tabs().count()).toBe(1)
    await expect.poll(async () => (await server.children()).length).toBeLessThan(before)
  })

  it('is as new after its connection was lost, with what was printed before', async () => {
    await pane('alpha').locator('.xterm-helper-textarea').focus()
    await run('clear; echo before-the-loss')
    await expect.poll(() => screen('alpha')).toMatch(/^before-the-loss/m)
    await run(leftovers)
    await expect.poll(() => screen('alpha')).not.toContain('before-the-loss')
    await kill()
    await pane('alpha').waitFor({ state: 'detached' })
    await pane('alpha').waitFor()
    const box = await pane('alpha').locator('.xterm-screen').boundingBox()
    if (!box) throw new Error('there is no picture')
    for (const x of [40, 80, 120]) await page.mouse.move(box.x + x, box.y + 30)
    await page.mouse.click(box.x + 60, box.y + 30)
    await run('PS1="ready\\$ "; echo "lines-$((40+2))"')
    await expect.poll(() => screen('alpha')).toMatch(/^lines-42/m)
    expect(await screen('alpha')).toContain('before-the-loss')
    expect(await screen('alpha')).not.toMatch(/command not found|\d+;\d+M/)
    await app.screenshot('terminal-after-loss')
  })

  it('is reset by hand', async () => {
    await run(String.raw`clear; printf '\e[5;8r\e[8;1H'; echo kept; printf '\e(0\e[?25l\e[31;44m'`)
    await expect.poll(() => screen('alpha')).toContain('kept')
    await page.keyboard.press('Control+Shift+KeyR')
    await run('echo "letters-$((40+2))"')
    await expect.poll(() => screen('alpha')).toMatch(/^letters-42/m)
    expect(await screen('alpha')).toContain('kept')
  })

  it('clears down to both lines of a prompt, and selects no empty lines', async () => {
    await run('PS1="first line\\nsecond\\$ "; clear; echo gone')
    await expect.poll(() => screen('alpha')).toMatch(/^gone\s+first line\s+second[$#]/m)
    await run('true')
    await run('seq 3')
    await expect.poll(() => screen('alpha')).toMatch(/^3\s+first line\s+second[$#]/m)
    await page.keyboard.press('Control+Shift+KeyK')
    await expect.poll(async () => (await screen('alpha')).trim()).toMatch(/^first line\s+second[$#]$/)
    await run('echo "after-$((40+2))"')
    await expect.poll(() => screen('alpha')).toMatch(/^after-42/m)
    await page.keyboard.press('Control+Shift+KeyA')
    await page.keyboard.press('Control+Shift+KeyC')
    await expect.poll(clipboard).toMatch(/^first line\r?\nsecond[$#] echo/)
    expect(await clipboard()).toMatch(/first line\r?\nsecond[$#] ?$/)
    await page.mouse.click(5, 5)
    await pane('alpha').locator('.xterm-helper-textarea').focus()
  })

  it('sends the keys that xterm sends', async () => {
    const keys = [
      ['Control+Slash', '1f'],
      ['Control+Digit2', '00'],
      ['Control+Shift+Digit6', '1e'],
      ['Control+Shift+Space', '00'],
      ['Alt+PageUp', '1b 5b 35 3b 33 7e'],
      ['Control+Alt+Slash', '1b 1f'],
    ] as const
    const bytes = keys.map(([, sent]) => sent).join(' ')
    const length = bytes.split(' ').length
    // The words are not those of the line that is typed.
    await run(
      `PS1='ready$ '; clear; stty raw -echo; echo tak''ing; head -c ${length} | od -An -tx1 -w99; stty sane; echo tak''en`,
    )
    await expect.poll(() => screen('alpha')).toContain('taking')
    for (const [key] of keys) await page.keyboard.press(key)
    await expect.poll(() => screen('alpha')).toContain('taken')
    expect((await screen('alpha')).replaceAll(/\s+/g, ' ')).toContain(bytes)
  })

  it('shows white on blue so that it can be read, and bytes that are no UTF-8', async () => {
    await run(String.raw`clear; printf '\e[37;44mmc looks like this\e[0m\nbad \377 byte\n'`)
    await expect.poll(() => screen('alpha')).toContain('bad \ufffd byte')
    const contrast = await pane('alpha')
      .locator('.xterm-rows span', { hasText: 'mc looks like this' })
      .first()
      .evaluate((element) => {
        const luminance = (colour: string) => {
          const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((value) => {
            const share = Number(value) / 255
            return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
          })
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue
        }
        const { color, backgroundColor } = getComputedStyle(element)
        const [dark = 0, light = 0] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b)
        return (light + 0.05) / (dark + 0.05)
      })
    expect(contrast).toBeGreaterThanOrEqual(4.5)
  })

  it('finds the newest of very many places first, and counts all', async () => {
    await run('clear; seq -f "needle %g" 3000')
    await expect.poll(() => screen('alpha')).toMatch(/^needle 3000/m)
    await page.keyboard.press('Control+Shift+KeyF')
    await page.getByRole('textbox', { name: 'Find in the terminal' }).fill('needle')
    const result = () => page.getByRole('search').locator('output').innerText()
    await expect.poll(result).toMatch(/^3,001 of 3,001$|^3,000 of 3,000$/)
    await page.keyboard.press('Enter')
    await expect.poll(result).toMatch(/^3,000 of 3,001$|^2,999 of 3,000$/)
    await app.screenshot('terminal-search')
    await page.keyboard.press('Escape')
  })

  it('keeps the chosen one of many tabs in sight, and moves them with the wheel', async () => {
    await page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('sessiondeck.terminals') ?? '{}')
      const [pane] = kept.panes
      const many = Array.from({ length: 50 }, (_, at) => ({
        ...pane,
        id: `pane-${at}`,
        label: `many ${at}`,
        terminalId: null,
      }))
      localStorage.setItem(
        'sessiondeck.terminals',
        JSON.stringify({
          tabs: many.map(({ id }) => ({
            id: `tab-${id}`,
            name: null,
            tree: { kind: 'leaf', pane: id },
            focused: id,
          })),
          active: 'tab-pane-49',
          panes: many,
        }),
      )
    })
    await page.reload()
    const strip = page.getByRole('tablist', { name: 'Terminals' })
    await strip.waitFor()
    const isInSight = (name: string) =>
      strip.evaluate((element, label) => {
        const found = [...element.querySelectorAll('[role=tab]')].find((each) =>
          each.textContent?.includes(label),
        )
        const [outer, inner] = [element.getBoundingClientRect(), found?.getBoundingClientRect()]
        return inner !== undefined && inner.left >= outer.left - 1 && inner.right <= outer.right + 1
      }, name)
    await expect.poll(() => isInSight('many 49')).toBe(true)
    expect(await isInSight('many 0')).toBe(false)
    const scrolled = () => strip.evaluate(({ scrollLeft }) => scrollLeft)
    const before = await scrolled()
    const box = await strip.boundingBox()
    if (!box) throw new Error('there is no strip')
    await page.mouse.move(box.x + 50, box.y + 10)
    await page.mouse.wheel(0, -300)
    await expect.poll(scrolled).toBeLessThan(before)
    await app.screenshot('terminal-many-tabs')
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
