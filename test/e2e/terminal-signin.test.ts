import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import type { KeyboardAuthContext } from 'ssh2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../src/demo/demo'
import { hasDesktop, type LaunchedApp, launchApp } from '../harness/electron'
import { ScriptedServers, serveShell } from '../harness/scripted-server'
import { hasSshd, type Sshd, startSshd } from '../harness/sshd'

const run = promisify(execFile)
const hasPutty = existsSync('/usr/bin/puttygen')

const menu = [
  'Duo two-factor login for ops',
  '',
  ' 1. Duo Push to XXX-XXX-1234',
  ' 2. Phone call to XXX-XXX-1234',
  '',
  'Passcode or option (1-2): ',
].join('\n')

describe.skipIf(!hasDesktop)('signing in', () => {
  const servers = new ScriptedServers()
  let demo: Demo
  let app: LaunchedApp
  let page: Page
  let sshd: Sshd | null = null

  beforeAll(async () => {
    demo = await startDemo({ churn: false, population: { luaprot: 3, luaauth: 3, junkie: 3, vsay: 3 } })
    const factors = await servers.speaking((connection) => {
      connection.on('authentication', (context) => {
        if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive'])
        const talk = context as KeyboardAuthContext
        talk.prompt([{ prompt: menu, echo: true }], '', '', ([choice]) => {
          if (choice !== '1') return context.reject(['keyboard-interactive'])
          talk.prompt([], '', 'Pushed a login request to your phone.', () => context.accept())
        })
      })
      serveShell(connection, (channel) => channel.write('welcome in\r\n'))
    })
    const route = { host: '127.0.0.1', group: '', identityFiles: [] }
    const hosts: object[] = [{ ...route, label: 'two factors', port: factors, user: 'ops' }]
    if (hasSshd && hasPutty) {
      // What Electron's own cryptography takes seconds for, or has no name for.
      sshd = await startSshd(['KexAlgorithms diffie-hellman-group14-sha256', 'PasswordAuthentication no'])
      const file = path.join(sshd.folder, 'putty.ppk')
      const secret = path.join(sshd.folder, 'secret')
      await writeFile(secret, 'open sesame')
      const args = ['-q', '-t', 'ed25519', '-O', 'private', '--ppk-param', 'version=2']
      await run('puttygen', [...args, '--new-passphrase', secret, '-o', file])
      await sshd.admit((await run('puttygen', ['-L', file])).stdout)
      hosts.push({ ...route, label: 'putty', port: sshd.port, user: sshd.user, identityFiles: [file] })
    }
    app = await launchApp({ config: { ...demo.workspace, hosts } })
    page = app.window
    await page.evaluate(() =>
      localStorage.setItem('sessiondeck.terminal-preferences', JSON.stringify({ screenReader: true })),
    )
    await page.reload()
  })
  afterAll(async () => {
    await app?.close()
    servers.close()
    await sshd?.stop()
    await demo?.stop()
  })

  const pane = (label: string, state: string) =>
    page.getByRole('region', { name: new RegExp(`^Terminal ${label}, ${state}`) })
  const open = async (label: string) => {
    await page.getByRole('button', { name: label, exact: true }).click()
    await page.getByRole('button', { name: 'Trust and connect' }).click()
  }

  it('shows a menu as the server sent it, and what it says without asking', async () => {
    await open('two factors')
    const answer = page.getByLabel('Passcode or option (1-2):')
    await answer.waitFor()
    const shown = await page.locator('label').filter({ hasText: 'Duo Push' }).innerText()
    expect(shown.split('\n').map((line) => line.trimEnd())).toEqual(menu.trimEnd().split('\n'))
    await app.screenshot('terminal-two-factors')
    await answer.fill('1')
    await page.getByRole('button', { name: 'Continue' }).click()
    const live = pane('two factors', 'live')
    await live.waitFor()
    await expect.poll(() => live.innerText()).toContain('Pushed a login request to your phone.')
    await expect.poll(() => live.innerText()).toContain('welcome in')
  })

  it.skipIf(!hasSshd || !hasPutty)(
    'opens a locked key of PuTTY’s, and agrees on keys as an older server does',
    async () => {
      await open('putty')
      await page.getByLabel('Passphrase', { exact: true }).fill('open sesame')
      await page.getByRole('button', { name: 'Continue' }).click()
      await pane('putty', 'live').waitFor()
    },
  )
})
