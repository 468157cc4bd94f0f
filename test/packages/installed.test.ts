import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { aPerson, canInstall, type Person, root } from './person'
import { expectRows, expectSandbox, expectTerminal } from './trial'

const installed = '/opt/Sessiondeck/sessiondeck'

describe.skipIf(!canInstall())('the installed package, as an ordinary user has it', () => {
  const folder = inject('packages')?.[0] ?? ''
  const deb = path.join(folder, readdirSync(folder || '.').find((name) => name.endsWith('.deb')) ?? '')
  const { person, installDeb } = aPerson()

  const run: Person['run'] = (...command) => person().run(...command)
  const start: Person['start'] = (...command) => person().start(...command)
  const windowOf: Person['windowOf'] = (pid) => person().windowOf(pid)
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
    await expectSandbox(person(), installed)
  })

  it('shows rows in the demo of its menu, records what is done to one, and has terminals', async () => {
    const file = readFileSync('/usr/share/applications/sessiondeck.desktop', 'utf8')
    const [, line = ''] = /^\[Desktop Action demo\][^[]*^Exec=(.*)$/m.exec(file) ?? []
    const [program = '', ...words] = line.split(' ')
    expect(program).toBe(installed)
    start(program, words)
    await expect.poll(() => windowOf(main('demo')?.pid)).not.toBe('')
    const trial = { person: person(), pid: () => main('demo')?.pid, folder: data('Sessiondeck-demo') }
    await expectRows(trial)
    await expectTerminal(trial)
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
    await person().end(installed)
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
