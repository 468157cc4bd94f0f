import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasDesktop, type LaunchedApp } from '../harness/electron'
import { hasSshd, type Sshd } from '../harness/sshd'
import { openSshdWindow, type SshdWindow } from '../harness/sshd-window'

const hasVttest = existsSync('/usr/bin/vttest')

describe.skipIf(!hasDesktop || !hasSshd)('a real SSH server that comes and goes', () => {
  let desk: SshdWindow
  let server: Sshd
  let app: LaunchedApp
  let page: Page

  beforeAll(async () => {
    desk = await openSshdWindow(['real'], { signIn: 'key', fontSize: 20 })
    ;({ app, page, server } = desk)
    await page.getByRole('button', { name: 'real', exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
    await live().waitFor()
    await page.keyboard.press('Control+Shift+KeyM')
  })
  afterAll(() => desk?.close())

  const pane = () => page.getByRole('region', { name: /^Terminal real, / })
  const live = () => page.getByRole('region', { name: /^Terminal real, live\./ })
  const lines = async () =>
    (await pane().getByRole('list').getByRole('listitem').allInnerTexts()).map((line) =>
      line.replaceAll('\u00a0', ' ').trimEnd(),
    )
  const screen = async () => (await lines()).join('\n')
  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }

  it('signs in with a key, and comes to the prompt', async () => {
    expect(await server.log()).toContain(`Accepted publickey for ${server.user}`)
    await run('PS1="ready\\$ "; clear')
    await expect.poll(screen).toMatch(/ready[$#]\s*$/)
  })

  describe.skipIf(!hasVttest)('vttest', () => {
    /** Makes the window as large as a terminal of so many characters needs. */
    const resizeTo = async (cols: number, rows: number) => {
      for (let tries = 0; tries < 10; tries++) {
        await run(`clear; stty size; echo try ${tries}`)
        await expect.poll(screen).toMatch(new RegExp(`^\\d+ \\d+\ntry ${tries}$`, 'm'))
        const [, hasRows, hasCols] = /^(\d+) (\d+)$/m.exec(await screen()) ?? []
        const off = { cols: cols - Number(hasCols), rows: rows - Number(hasRows) }
        if (off.cols === 0 && off.rows === 0) return
        const cell = await pane().evaluate(
          (element, count) => {
            const { width, height } = element.getBoundingClientRect()
            return { width: width / count.cols, height: height / count.rows }
          },
          { cols: Number(hasCols), rows: Number(hasRows) },
        )
        const by = { width: Math.round(off.cols * cell.width), height: Math.round(off.rows * cell.height) }
        await app.app.evaluate(({ BrowserWindow }, more) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.unmaximize()
          const [width = 0, height = 0] = window?.getContentSize() ?? []
          window?.setContentSize(width + more.width, height + more.height)
        }, by)
        const another = new RegExp(`^now (?!${hasRows} ${hasCols}$)\\d+ \\d+$`, 'm')
        const ask = async () => {
          await run('clear; echo "now $(stty size)"')
          return screen()
        }
        await expect.poll(ask, { interval: 250 }).toMatch(another)
      }
      throw new Error(`No window shows ${cols} columns and ${rows} lines: ${await screen()}`)
    }
    /** What vttest wrote: a picture may look like the one before it. */
    const written = () => path.join(server.files, 'vttest-wrote')
    /** How many pictures it has drawn whole; it waits for Enter after each. */
    const pictures = async () => (await readFile(written(), 'utf8')).split('Push <RETURN>').length - 1
    const nextPicture = async () => {
      const before = await pictures()
      await page.keyboard.press('Enter')
      await expect.poll(pictures).toBe(before + 1)
    }
    const choose = async (item: number, shows: RegExp) => {
      await run(String(item))
      await expect.poll(screen).toMatch(shows)
    }

    it('moves the cursor and draws the frames where they belong', async () => {
      await resizeTo(80, 24)
      await run(`clear; script -qfc "vttest 24x80.80" ${written()}`)
      await expect.poll(screen).toContain('Test of cursor movements')
      await choose(1, /unbroken/)
      await app.screenshot('terminal-vttest-cursor')
      const drawn = await lines()
      const inner = `*${'+'.repeat(78)}*`
      expect([drawn[0], drawn[1], drawn[22], drawn[23]]).toEqual([
        '*'.repeat(80),
        inner,
        inner,
        '*'.repeat(80),
      ])
      for (const line of drawn.slice(2, 22)) expect(line).toMatch(/^\*\+.{76}\+\*$/)
      expect(drawn[8]?.slice(10, 70)).toBe('E'.repeat(60))
      expect(drawn[15]?.slice(10, 70)).toBe('E'.repeat(60))
    })

    it('wraps where a line ends', async () => {
      // The first picture comes twice, the second time for 132 columns where there can be so many.
      await nextPicture()
      await nextPicture()
      await expect.poll(async () => (await lines())[21]).toMatch(/^Push <RETURN>/)
      await app.screenshot('terminal-vttest-wrap')
      const expected = [...'IJKLMNOPQRSTUVWXYZ'].map(
        (letter) => `${letter}${' '.repeat(78)}${letter.toLowerCase()}`,
      )
      expect((await lines()).slice(2, 20)).toEqual(expected)
    })

    it('is left for the prompt', async () => {
      for (let left = 3; left > 0; left--) await nextPicture()
      await page.keyboard.press('Enter')
      await expect.poll(screen).toContain('Enter choice number')
      await run('0')
      await expect.poll(screen).toMatch(/ready[$#]\s*$/)
    })
  })

  it('comes back in place after the server was restarted', async () => {
    await run('echo before the restart')
    await expect.poll(screen).toMatch(/^before the restart/m)
    await server.restart('the same')
    await expect.poll(() => pane().innerText()).toContain('Connection lost.')
    await live().waitFor()
    expect(await screen()).toContain('before the restart')
    await run('PS1="ready\\$ "; echo "it is b""ack"')
    await expect.poll(screen).toMatch(/^it is back/m)
    // Known since the first time, and signed in with a key: nobody was asked.
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('stops hard at a changed host key, and sends nothing', async () => {
    await server.restart('with new host keys')
    const before = (await server.log()).length
    await expect.poll(() => pane().innerText()).toContain('has changed')
    const said = await pane().innerText()
    await app.screenshot('terminal-host-key-changed')
    expect(said).toMatch(
      /it showed ssh-ed25519 SHA256:\S{43}, but known is SHA256:\S{43} in \S+known_hosts:\d+/,
    )
    expect(said).toMatch(/ssh-keygen -f "\S+known_hosts" -R "\[127\.0\.0\.1\]:\d+"/)
    expect(said).not.toContain('reconnecting')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('button', { name: /accept|trust/i }).count()).toBe(0)
    expect((await server.log()).slice(before)).not.toMatch(/userauth-request|Accepted|Failed/)
  })

  it('raised no error in the window', async () => {
    expect(await app.windowErrors()).toEqual([])
  })
})
