import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, type TestContext } from 'vitest'
import { type CommandResult, capture } from '../../scripts/command.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { aptInstallArguments } from '../../scripts/system-libraries.mjs'
import { type DesktopSession, startDesktopSession } from '../harness/desktop-session.mjs'

declare module 'vitest' {
  interface TaskMeta {
    /** What the machine lacks, where a test skips itself for that. */
    missing?: string
  }
}

const installed = '/opt/Sessiondeck/sessiondeck'
const user = 'sessiondeck-tester'

/** A package is installed only by root, on a Debian where nobody uses an installed Sessiondeck. */
const canInstall =
  inject('packages') !== null &&
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/dpkg') &&
  !existsSync('/opt/Sessiondeck')

describe.skipIf(!canInstall)('the installed package, as an ordinary user has it', () => {
  const folder = inject('packages')?.[0] ?? ''
  const deb = path.join(folder, readdirSync(folder || '.').find((name) => name.endsWith('.deb')) ?? '')
  let session: DesktopSession
  let owner: { uid: number; gid: number }

  /** Runs a program to its end on the user's desktop. */
  const run = (program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> =>
    capture(program, args, { ...owner, env: { ...session.env, ...env }, cwd: session.env.HOME })
  const root = async (program: string, ...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await capture(program, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${stdout}${stderr}`)
    return stdout
  }

  /** The application's processes that the user has, by their number. */
  const processes = (): { pid: number; words: string[] }[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          if (statSync(`/proc/${name}`).uid !== owner.uid) return []
          // Chromium writes its title over its arguments, with blanks between them.
          const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
          return words[0] === installed ? [{ pid: Number(name), words }] : []
        } catch {
          return []
        }
      })
  const main = (kind: 'own' | 'demo') =>
    processes().find(
      ({ words }) =>
        !words.some((word) => word.startsWith('--type=')) && words.includes('--demo') === (kind === 'demo'),
    )
  /** The window of a process, as the X server names it; nothing as long as there is none. */
  const windowOf = async (pid: number | undefined): Promise<string> => {
    const words = ['search', '--all', '--onlyvisible', '--pid', String(pid), '--name', '^Sessiondeck$']
    return pid === undefined ? '' : ((await run('xdotool', words)).stdout.trim().split('\n')[0] ?? '')
  }
  /** Starts a program that stays; what it prints is nobody's, or its starter would wait for it. */
  const start = (program: string, words: string[]): void => {
    spawn(program, words, { ...owner, env: session.env, cwd: session.env.HOME, stdio: 'ignore' })
  }
  const data = (name: string) => path.join(session.env.XDG_CONFIG_HOME ?? '', name)

  /** What this machine lacks for all of it; nothing on a complete one. */
  let missing: string | undefined

  beforeAll(async () => {
    try {
      await root('useradd', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/sh', user)
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, user], { encoding: 'utf8' })),
      )
      owner = { uid: uid ?? 0, gid: gid ?? 0 }
      await ensureSandboxCanBe(owner)
      session = await startDesktopSession({ owner })
    } catch (error) {
      missing = `The installed package was not tried: this machine gives a second user no desktop. ${error}`
    }
  })
  /** Skips a test where something is missing, and says so at the end of the run. */
  const skipIfMissing = (test: TestContext): void => {
    if (missing === undefined) return
    test.task.meta.missing = missing
    test.skip(missing)
  }
  beforeEach(skipIfMissing)
  afterAll(async () => {
    await session?.stop()
    await capture('pkill', ['-KILL', '-u', user], {})
    await capture('dpkg', ['--purge', 'sessiondeck', 'sessiondeck-empty'])
    await capture('userdel', [user])
  })

  const install = (file: string): Promise<string> =>
    root('apt-get', ...aptInstallArguments, '--no-install-recommends', file)

  it('is installed by apt', async (test) => {
    try {
      await install(deb)
    } catch (error) {
      // A container may forbid apt everything; then it is not our package that is wrong.
      missing = await install(await emptyPackage(path.dirname(deb))).then(
        () => undefined,
        (cause) => `The installed package was not tried: apt installs nothing here. ${cause}`,
      )
      skipIfMissing(test)
      throw error
    }
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
    const evil = path.join(session.env.TMPDIR ?? '', 'evil.cjs')
    const trace = path.join(session.env.TMPDIR ?? '', 'trace')
    writeFileSync(evil, `require('fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`, { mode: 0o644 })
    const asNode = { ELECTRON_RUN_AS_NODE: '1' }
    // What an Electron without fuses does, so that the silence below means something.
    const unfused = await capture((await ensureElectron()).path, [evil], {
      env: { ...session.env, ...asNode },
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
    const copy = path.join(session.env.TMPDIR ?? '', 'copy')
    const trace = path.join(session.env.TMPDIR ?? '', 'foreign')
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
    for (const { pid } of processes().filter(
      ({ words }) => !words.some((word) => word.startsWith('--type=')),
    ))
      process.kill(pid, 'SIGTERM')
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

/**
 * Chromium's sandbox wants a user namespace or a helper that gains rights; a container may forbid both.
 *
 * @throws if neither can be had
 */
async function ensureSandboxCanBe(owner: { uid: number; gid: number }): Promise<void> {
  const { code, stderr } = await capture('unshare', ['--user', 'true'], owner)
  const gainsNothing = /^NoNewPrivs:\s+1$/m.test(readFileSync('/proc/self/status', 'utf8'))
  if (code !== 0 && gainsNothing) throw new Error(`There is no sandbox for ordinary users: ${stderr.trim()}`)
}

/** A package with nothing in it; its file, in `folder`. */
async function emptyPackage(folder: string): Promise<string> {
  const tree = path.join(folder, 'empty')
  mkdirSync(path.join(tree, 'DEBIAN'), { recursive: true, mode: 0o755 })
  const fields = ['Package: sessiondeck-empty', 'Version: 1', 'Architecture: all', 'Maintainer: nobody']
  writeFileSync(path.join(tree, 'DEBIAN/control'), `${fields.join('\n')}\nDescription: empty\n`)
  execFileSync('dpkg-deb', ['--build', tree, `${tree}.deb`])
  return `${tree}.deb`
}

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
