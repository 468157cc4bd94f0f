import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Workspace } from '../../../shared/contract'
import { err, ok, type Result } from '../../../shared/result'
import { desktopText } from '../../../shared/text/desktop'
import { writeAtomically } from '../../settings/files'
import { ownProgram } from './own-program'

/** Electron's way on macOS and Windows. */
type LoginItems = {
  getLoginItemSettings(options: { args: string[] }): { openAtLogin: boolean }
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void
}

/** Whether Sessiondeck starts when the person signs in to the computer. */
export type Autostart = {
  /** The system's state; the person may have changed it. */
  isOn(): boolean
  set(on: boolean): Promise<Result<void>>
}

/** The parts of Electron's `app` that are used here. */
type StartedApp = LoginItems & { readonly isPackaged: boolean; getPath(name: 'home'): string }

/** How a workspace starts with the computer. */
export function openAutostart(app: StartedApp, kind: Workspace['kind']): Autostart {
  if (!app.isPackaged || kind !== 'own') return noAutostart
  if (process.platform !== 'linux') return loginAutostart(app)
  const file = autostartFile(process.env, app.getPath('home'))
  return desktopAutostart(file, ownProgram(process.env, process.execPath))
}

/** Whether macOS started us at sign-in: it passes no switch. */
export const startedAtLogin = (app: { getLoginItemSettings(): { wasOpenedAtLogin: boolean } }): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin

/** The switch the system starts it with: no window on the screen. */
const words = ['--hidden']

/**
 * Where the entries of a Linux desktop are.
 *
 * @param env the process's variables
 * @param home the person's folder
 */
export function autostartFile(env: Readonly<Record<string, string | undefined>>, home: string): string {
  // The XDG specification ignores relative values.
  const given = env.XDG_CONFIG_HOME ?? ''
  return path.join(
    path.isAbsolute(given) ? given : path.join(home, '.config'),
    'autostart',
    'sessiondeck.desktop',
  )
}

/** Linux: an entry of the person's own. `program`: what to start. */
export function desktopAutostart(file: string, program: string): Autostart {
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Sessiondeck',
    `Exec=${[quoted(program), ...words].join(' ')}`,
    'Icon=sessiondeck',
    'Terminal=false',
    '',
  ].join('\n')
  return {
    isOn: () => existsSync(file),
    async set(on) {
      try {
        await (on ? writeAtomically(file, entry) : rm(file, { force: true }))
        return ok(undefined)
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause)
        const { autostartNotWritten, autostartNotRemoved } = desktopText
        const message = (on ? autostartNotWritten : autostartNotRemoved)(reason, file)
        return err({ kind: 'config', path: 'autostart', message })
      }
    },
  }
}

/** macOS and Windows. */
export function loginAutostart(items: LoginItems): Autostart {
  return {
    isOn: () => items.getLoginItemSettings({ args: words }).openAtLogin,
    async set(on) {
      items.setLoginItemSettings({ openAtLogin: on, args: words })
      return ok(undefined)
    },
  }
}

/** Where nothing lasting can be started: a clone, the demo, or a one-run workspace. */
export const noAutostart: Autostart = {
  isOn: () => false,
  async set(on) {
    return on ? err({ kind: 'config', path: 'autostart', message: desktopText.noAutostart }) : ok(undefined)
  },
}

/** A word of a desktop file's Exec line, quoted, with special characters escaped. */
const quoted = (word: string): string =>
  `"${word.replaceAll('\\', '\\\\').replace(/["`$\\]/g, '\\$&')}"`.replaceAll('%', '%%')
