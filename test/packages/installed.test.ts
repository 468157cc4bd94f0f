import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { describe, expect, inject, it } from 'vitest'
import { capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { aPerson, canInstall, type Person, root } from './person'

const installed = '/opt/Sessiondeck/sessiondeck'

describe.skipIf(!canInstall())('the installed package, as an ordinary user has it', () => {
  const folder = inject('packages')?.[0] ?? ''
  const deb = path.join(folder, readdirSync(folder || '.').find((name) => name.endsWith('.deb')) ?? '')
  const { person, installDeb } = aPerson()

  const run: Person['run'] = (...command) => person().run(...command)
  const start: Person['start'] = (...command) => person().start(...command)
  const windowOf: Person['windowOf'] = (pid) => person().windowOf(pid)
  const processes = () => person().processes(installed)
  const main = (kind: 'own' | 'demo') =>
    person()
      .applications(installed)
      .find(({ words }) => words.includes('--demo') === (kind === 'demo'))
  const data = (name: string) => path.join(person().session.env.XDG_CONFIG_HOME ?? '', name)

  it('is installed by apt', async (test) => {
    await installDeb(deb, test)
    expect(existsSync(installed)).toBe(true)
  })

  it('opens through its desktop file, with its sandbox', async () => {
    start('gtk-launch', ['sessiondeck'])
    await expect.poll(() => windowOf(main('own')?.pid)).not.toBe('')
    const className = (await run('xprop', ['-id', await windowOf(main('own')?.pid), 'WM_CLASS'])).stdout
    expect(className).toContain('"sessiondeck"')
    const renderers = () => processes().filter(({ words }) => words.includes('--type=renderer'))
    await expect.poll(() => renderers().length).toBeGreaterThan(0)
    for (const { pid } of renderers()) {
      // 2: the process is held by a filter of system calls, which is the inner half of the sandbox.
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
    }
    expect(processes().flatMap(({ words }) => words)).not.toContain('--no-sandbox')
  })

  it('shows rows in the demo of its menu, and records what is done to one', async () => {
    const file = readFileSync('/usr/share/applications/sessiondeck.desktop', 'utf8')
    const [, line = ''] = /^\[Desktop Action demo\][^[]*^Exec=(.*)$/m.exec(file) ?? []
    const [program = '', ...words] = line.split(' ')
    expect(program).toBe(installed)
    start(program, words)
    await expect.poll(() => windowOf(main('demo')?.pid)).not.toBe('')
    const window = await windowOf(main('demo')?.pid)
    const down: string[] = []
    const recorded = async () => {
      // From the search to a row, each time the next one: not every service can disconnect.
      down.push('Down')
      const keys = ['Escape', 'slash', ...down, 'Delete']
      await run('xdotool', ['windowactivate', '--sync', window, 'key', '--delay', '100', ...keys])
      // What the dialog's question is answered with.
      await run('xdotool', ['sleep', '0.5', 'key', 'ctrl+Return'])
      return actions(path.join(data('Sessiondeck-demo'), 'history.db'))
    }
    await expect.poll(recorded, { timeout: 60_000, interval: 500 }).toContain('disconnect')
  })

  it('has no way in for whoever starts it', async () => {
    const evil = path.join(person().session.env.TMPDIR ?? '', 'evil.cjs')
    const trace = path.join(person().session.env.TMPDIR ?? '', 'trace')
    writeFileSync(evil, `require('fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`, { mode: 0o644 })
    const asNode = { ELECTRON_RUN_AS_NODE: '1' }
    // What an Electron without fuses does, so that the silence below means something.
    const unfused = await capture((await ensureElectron()).path, [evil], {
      env: { ...person().session.env, ...asNode },
    })
    expect(unfused.code).toBe(0)
    expect(existsSync(trace)).toBe(true)
    execFileSync('rm', [trace])

    // The first one runs still: each of these finds it and ends.
    await run(installed, [evil], asNode)
    await run(installed, [], { NODE_OPTIONS: `--require ${evil}` })
    expect(existsSync(trace)).toBe(false)
    for (const word of ['--inspect=0', '--inspect-brk=0']) {
      const { stderr } = await run(installed, [word])
      expect(stderr).not.toContain('Debugger listening')
    }
    const debugged = await run(installed, ['--remote-debugging-port=0'])
    expect(debugged.code).toBe(1)
    expect(debugged.stderr).toContain('Sessiondeck does not start with --remote-debugging-port')
    expect(debugged.stderr).not.toContain('DevTools listening')
  })

  it('runs no other application that is laid beside it', async () => {
    const copy = path.join(person().session.env.TMPDIR ?? '', 'copy')
    const trace = path.join(person().session.env.TMPDIR ?? '', 'foreign')
    cpSync('/opt/Sessiondeck', copy, { recursive: true })
    const foreign = path.join(copy, 'resources/app')
    mkdirSync(foreign)
    writeFileSync(path.join(foreign, 'package.json'), '{"name":"foreign","main":"main.js"}')
    writeFileSync(
      path.join(foreign, 'main.js'),
      `require('fs').writeFileSync(${JSON.stringify(trace)}, 'ran'); require('electron').app.exit(0)`,
    )
    chmodSync(path.join(copy, 'chrome-sandbox'), 0o755)
    const program = path.join(copy, 'sessiondeck')
    await run(program, ['--no-sandbox'])
    expect(existsSync(trace)).toBe(false)
    execFileSync('rm', [path.join(copy, 'resources/app.asar')])
    const { code } = await run('timeout', ['20', program, '--no-sandbox'])
    expect(code).not.toBe(0)
    expect(existsSync(trace)).toBe(false)
  })

  it('goes without a trace when it is purged, but for what is the person’s', async () => {
    for (const { pid } of person().applications(installed)) process.kill(pid, 'SIGTERM')
    await expect.poll(() => processes()).toEqual([])
    const files = (await root('dpkg', '--listfiles', 'sessiondeck'))
      .split('\n')
      .filter((name) => name.includes('essiondeck'))
    expect(files.length).toBeGreaterThan(20)
    await root('apt-get', 'purge', '--yes', 'sessiondeck')
    const made = ['/usr/bin/sessiondeck', '/etc/alternatives/sessiondeck', '/etc/apparmor.d/sessiondeck']
    expect([...files, ...made].filter((name) => existsSync(name))).toEqual([])
    expect(existsSync(path.join(data('Sessiondeck-demo'), 'history.db'))).toBe(true)
  })
})

/** The kinds of the actions in a log; none as long as there is no log. */
function actions(file: string): unknown[] {
  if (!existsSync(file)) return []
  const database = new Database(file, { readonly: true })
  try {
    const rows = database.prepare('SELECT kind FROM actions').all([]) as { kind: unknown }[]
    return rows.map(({ kind }) => kind)
  } catch {
    return []
  } finally {
    database.close()
  }
}
