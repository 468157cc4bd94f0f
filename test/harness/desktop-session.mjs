import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { capture, runInForeground, withInterrupt } from '../../scripts/command.mjs'
import { reportFailure } from '../../scripts/desktop.mjs'
import { ensureElectron, runtimeEnvironment } from '../../scripts/electron-runtime.mjs'
import { ensureDesktopPrograms, ensureElectronLibraries } from '../../scripts/system-libraries.mjs'

/**
 * @typedef {object} DesktopOptions
 * @property {boolean} [keyring] an unlocked keyring on the bus; default true
 * @property {boolean} [tray] a system tray on the screen; default true
 * @property {{ uid: number, gid: number }} [owner] whose desktop it is; default this process's user
 *
 * @typedef {object} DesktopSession
 * @property {NodeJS.ProcessEnv} env what a program needs to run inside; SESSIONDECK_DESKTOP=1 says that it does
 * @property {() => Promise<void>} stop ends everything that was started and removes its files; safe to call twice
 */

/** How long one part of the desktop may take until it answers. */
const readyTimeoutMs = 60_000

/** What would lead a program inside back to the person's own desktop, keys or settings. */
const personal =
  /^(DISPLAY|XAUTHORITY|WAYLAND_.*|DBUS_.*|XDG_.*|GNOME_.*|GTK_.*|DESKTOP_.*|SSH_(AUTH|AGENT|ASKPASS).*|GPG_.*|SESSION_MANAGER)$/

// The standard configuration would start services on demand, a keyring among them; here nothing runs but what is asked for.
const busConfiguration = (/** @type {string} */ socket) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

const dunstConfiguration = `[global]
    mouse_left_click = do_action, close_current
    origin = top-right
    offset = 20x60
    width = 360
    font = Sans 10
`

/**
 * Starts a private desktop: X server, bus, keyring, window manager, notification daemon and tray, with a HOME of its own.
 * Nothing of the person's own session is used or touched.
 *
 * @param {DesktopOptions} [options]
 * @returns {Promise<DesktopSession>}
 * @throws if a part does not start, with what it printed
 */
export async function startDesktopSession({ keyring = true, tray = true, owner } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-desktop-'))
  /** @type {Part[]} */
  const parts = []
  const stop = async () => {
    for (const part of parts.splice(0).reverse()) await part.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const env = await privateEnvironment(folder)
    if (owner)
      for (const made of [folder, ...(await foldersIn(folder))]) await chown(made, owner.uid, owner.gid)
    const start = (/** @type {string} */ program, /** @type {string[]} */ args, input = '') => {
      const part = startPart(program, args, { ...owner, env }, input)
      parts.push(part)
      return part
    }

    const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'])
    env.DISPLAY = `:${await screen.firstLine()}`

    const bus = path.join(folder, 'bus.conf')
    const socket = path.join(folder, 'run', 'bus')
    await writeFile(bus, busConfiguration(socket))
    const daemon = start('dbus-daemon', [`--config-file=${bus}`, '--nofork', '--nopidfile'])
    await daemon.ready(async () => existsSync(socket))

    if (keyring) {
      // The empty first line is the password of a new login keyring, which that also unlocks.
      const secrets = start(
        'gnome-keyring-daemon',
        ['--foreground', '--unlock', '--components=secrets'],
        '\n',
      )
      await secrets.ready(() => hasOwner('org.freedesktop.secrets', { ...owner, env }))
    }
    const manager = start('openbox', [])
    await manager.ready(() => succeeds('xdotool', ['get_num_desktops'], { ...owner, env }))

    const dunst = path.join(folder, 'dunstrc')
    await writeFile(dunst, dunstConfiguration)
    const notifications = start('dunst', ['-config', dunst])
    await notifications.ready(() => hasOwner('org.freedesktop.Notifications', { ...owner, env }))

    if (tray) {
      const panel = start('trayer', [
        '--edge',
        'top',
        '--align',
        'right',
        '--widthtype',
        'request',
        '--height',
        '28',
      ])
      await panel.ready(() =>
        succeeds('xdotool', ['search', '--onlyvisible', '--class', 'trayer'], { ...owner, env }),
      )
    }
    return { env, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>} the environment without anything personal, with every standard folder inside `folder`
 */
async function privateEnvironment(folder) {
  const home = path.join(folder, 'home')
  const runtime = path.join(folder, 'run')
  const temporary = path.join(folder, 'tmp')
  await mkdir(home)
  await mkdir(runtime, { mode: 0o700 })
  await mkdir(temporary)
  const bus = `unix:path=${path.join(runtime, 'bus')}`
  const inherited = Object.entries(process.env).filter(([name]) => !personal.test(name))
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    // What a test that was killed leaves behind goes with the session.
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_STATE_HOME: path.join(home, '.local', 'state'),
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
    DBUS_SESSION_BUS_ADDRESS: bus,
    // Power events come from the system bus; on the private one a test can play their source, and the real one is left alone.
    DBUS_SYSTEM_BUS_ADDRESS: bus,
    SESSIONDECK_DESKTOP: '1',
  }
}

/** @param {string} folder */
async function foldersIn(folder) {
  return (await readdir(folder, { recursive: true })).map((name) => path.join(folder, name))
}

/**
 * @typedef {object} Part
 * @property {() => Promise<string>} firstLine what the program wrote to file descriptor 3
 * @property {(check: () => Promise<boolean>) => Promise<void>} ready waits until the check holds
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {string} input for its standard input
 * @returns {Part}
 */
function startPart(program, args, options, input) {
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  let printed = ''
  let line = ''
  let ended = false
  child.stderr?.on('data', (data) => {
    printed += data
  })
  child.stdio[3]?.on('data', (data) => {
    line += data
  })
  // A part that ends early never reads its input; that it ended is reported by whoever waits for it.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const end = new Promise((resolve) => {
    child.on('error', (error) => {
      printed += error.message
      ended = true
      resolve(undefined)
    })
    child.on('exit', () => {
      ended = true
      resolve(undefined)
    })
  })

  /** @type {Part['ready']} */
  const ready = async (check) => {
    const deadline = Date.now() + readyTimeoutMs
    while (!(await check())) {
      if (ended || Date.now() > deadline) {
        throw new Error(`${program} ${ended ? 'ended at once' : 'did not get ready'}: ${printed.trim()}`)
      }
      await sleep(25)
    }
  }
  return {
    ready,
    firstLine: async () => {
      await ready(async () => line.includes('\n'))
      return line.trim()
    },
    stop: async () => {
      if (ended) return
      child.kill('SIGTERM')
      const kill = setTimeout(() => child.kill('SIGKILL'), 3000)
      await end
      clearTimeout(kill)
    },
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
async function succeeds(program, args, options) {
  return (await capture(program, args, options)).code === 0
}

/**
 * @param {string} name a well-known name on the bus
 * @param {import('node:child_process').SpawnOptions} options
 */
async function hasOwner(name, options) {
  const question = ['org.freedesktop.DBus.NameHasOwner', `string:${name}`]
  const bus = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  return (await capture('dbus-send', [...bus, ...question], options)).stdout.includes('true')
}

/**
 * Runs a command inside a private desktop and removes that afterwards, whatever happens.
 *
 * @param {DesktopOptions} options
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, signal?: AbortSignal }} [context] variables on top of the session's own, and what ends it
 * @returns {Promise<number>} the command's exit code
 */
export async function runInDesktop(options, program, args, { env, signal } = {}) {
  const session = await startDesktopSession(options)
  try {
    return await runInForeground(program, args, { env: { ...session.env, ...env }, signal })
  } finally {
    await session.stop()
  }
}

/** @param {string[]} words */
async function main(words) {
  const border = words.indexOf('--')
  const flags = words.slice(0, border)
  const [program, ...args] = words.slice(border + 1)
  if (
    border < 0 ||
    program === undefined ||
    flags.some((flag) => flag !== '--no-keyring' && flag !== '--no-tray')
  ) {
    console.error('Usage: desktop-session.mjs [--no-keyring] [--no-tray] -- COMMAND [ARGUMENTS]')
    return 2
  }
  await ensureDesktopPrograms()
  // Resolved out here, because the private HOME inside has an empty cache.
  const runtime = await ensureElectron()
  await ensureElectronLibraries(runtime.path)
  const options = { keyring: !flags.includes('--no-keyring'), tray: !flags.includes('--no-tray') }
  const env = runtimeEnvironment(runtime)
  return withInterrupt((signal) => runInDesktop(options, program, args, { env, signal }))
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href
if (isMain) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    reportFailure(error)
  }
}
