import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, type TestContext } from 'vitest'
import { type CommandResult, capture } from '../../scripts/command.mjs'
import { aptInstallArguments } from '../../scripts/system-libraries.mjs'
import { type DesktopSession, startDesktopSession } from '../harness/desktop-session.mjs'

declare module 'vitest' {
  interface TaskMeta {
    /** What the machine lacks, where a test skips itself for that. */
    missing?: string
  }
}

const user = 'sessiondeck-tester'

/** A package is installed only by root, on a Debian where nobody uses an installed Sessiondeck. */
export const canInstall = (): boolean =>
  inject('packages') !== null &&
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/dpkg') &&
  !existsSync('/opt/Sessiondeck')

/** Runs a program as root to its end. @throws if it fails, with what it printed */
export async function root(program: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await capture(program, args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${stdout}${stderr}`)
  return stdout
}

/**
 * A {@link Person} for the tests of a group, who goes after them together with the package; the tests skip themselves where
 * there can be none, or where nothing can be installed.
 */
export function aPerson() {
  let person: Person | undefined
  /** What this machine lacks for all of it; nothing on a complete one. */
  let missing: string | undefined
  /** Skips a test where something is missing, and says so at the end of the run. */
  const skipIfMissing = (test: TestContext): void => {
    if (missing === undefined) return
    test.task.meta.missing = missing
    test.skip(missing)
  }
  beforeAll(async () => {
    try {
      person = await Person.arrive()
    } catch (error) {
      missing = `The installed package was not tried: this machine gives a second user no desktop. ${error}`
    }
  })
  beforeEach(skipIfMissing)
  afterAll(async () => {
    await Person.leave(person)
    await capture('dpkg', ['--purge', 'sessiondeck', 'sessiondeck-empty'])
  })
  return {
    person: (): Person => {
      if (!person) throw new Error('There is no second user.')
      return person
    },
    /** Installs a deb with what it needs; skips the test, and those after it, where apt installs nothing. */
    installDeb: async (deb: string, test: TestContext): Promise<void> => {
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
    },
  }
}

const install = (deb: string): Promise<string> =>
  root('apt-get', ...aptInstallArguments, '--no-install-recommends', deb)

/** A process by its number and its words. */
type OwnProcess = { pid: number; words: string[] }

/** An ordinary user of this computer, with a desktop of their own. */
export class Person {
  readonly owner: { uid: number; gid: number }
  readonly session: DesktopSession

  private constructor(owner: Person['owner'], session: DesktopSession) {
    this.owner = owner
    this.session = session
  }

  /** Makes the user and starts the desktop. */
  static async arrive(): Promise<Person> {
    await root('useradd', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/sh', user)
    const [uid = 0, gid = 0] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8' })),
    )
    await ensureSandboxCanBe({ uid, gid })
    return new Person({ uid, gid }, await startDesktopSession({ owner: { uid, gid } }))
  }

  /** Ends everything of theirs, and removes them. */
  static async leave(person: Person | undefined): Promise<void> {
    await person?.session.stop()
    await capture('pkill', ['-KILL', '-u', user], {})
    await capture('userdel', [user])
  }

  /** Runs a program to its end on their desktop. */
  run(program: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
    return capture(program, args, { ...this.#surroundings, env: { ...this.session.env, ...env } })
  }

  /** Starts a program that stays; what it prints is nobody's, or its starter would wait for it. */
  start(program: string, words: string[], env: NodeJS.ProcessEnv = {}): void {
    const options = { ...this.#surroundings, env: { ...this.session.env, ...env } }
    spawn(program, words, { ...options, stdio: 'ignore' })
  }

  /** Their processes of a program whose file ends so. */
  processes(program: string): OwnProcess[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          if (statSync(`/proc/${name}`).uid !== this.owner.uid) return []
          // Chromium writes its title over its arguments, with blanks between them.
          const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
          return words[0]?.endsWith(program) ? [{ pid: Number(name), words }] : []
        } catch {
          return []
        }
      })
  }

  /** The same without the helpers that they have started. */
  applications(program: string): OwnProcess[] {
    return this.processes(program).filter(({ words }) => !words.some((word) => word.startsWith('--type=')))
  }

  /** The window of a process, as the X server names it; nothing as long as there is none. */
  async windowOf(pid: number | undefined): Promise<string> {
    const words = ['search', '--all', '--onlyvisible', '--pid', String(pid), '--name', '^Sessiondeck$']
    return pid === undefined ? '' : ((await this.run('xdotool', words)).stdout.trim().split('\n')[0] ?? '')
  }

  /** Presses keys in the window of a process. */
  async press(pid: number | undefined, ...keys: string[]): Promise<void> {
    const window = await this.windowOf(pid)
    if (window)
      await this.run('xdotool', ['windowactivate', '--sync', window, 'key', '--delay', '100', ...keys])
  }

  /** Whether they may make namespaces, and with them a sandbox without the help of an installed program. */
  async canMakeNamespaces(): Promise<boolean> {
    return (await this.run('unshare', ['-Ur', 'true'])).code === 0
  }

  /** Ends a program of theirs, and waits until it is gone. */
  async end(program: string): Promise<void> {
    for (const { pid } of this.applications(program)) process.kill(pid, 'SIGTERM')
    await expect.poll(() => this.processes(program)).toEqual([])
  }

  get #surroundings() {
    return { ...this.owner, cwd: this.session.env.HOME }
  }
}

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
  await root('dpkg-deb', '--build', tree, `${tree}.deb`)
  return `${tree}.deb`
}
