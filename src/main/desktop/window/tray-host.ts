import { execFile } from 'node:child_process'
import { hasX11Tray } from './x11-tray'

const askMs = 2_000
const watcher = 'org.kde.StatusNotifierWatcher'
const property = 'IsStatusNotifierHostRegistered'

/**
 * Whether a tray icon of ours can be seen. macOS and Windows always show one; Linux does where a StatusNotifier host is
 * on the session bus or an X11 tray on the screen. Where nothing can tell, the answer is no: a window that hides
 * without an icon would be lost.
 */
export async function hasTrayHost(platform = process.platform, env = process.env): Promise<boolean> {
  if (platform !== 'linux') return true
  return (await hasStatusNotifierHost(env)) || (await hasX11Tray(env))
}

/** Both tools ship with what a desktop needs anyway; either will do. Neither starts the service that it asks for. */
async function hasStatusNotifierHost(env: NodeJS.ProcessEnv): Promise<boolean> {
  const object = '/StatusNotifierWatcher'
  const method = 'org.freedesktop.DBus.Properties.Get'
  const answer =
    (await output(
      'dbus-send',
      [
        '--session',
        '--print-reply=literal',
        `--reply-timeout=${askMs}`,
        `--dest=${watcher}`,
        object,
        method,
        `string:${watcher}`,
        `string:${property}`,
      ],
      env,
    )) ??
    (await output(
      'gdbus',
      ['call', '--session', '-d', watcher, '-o', object, '-m', method, watcher, property],
      env,
    ))
  return answer?.includes('true') ?? false
}

/** What a program prints; `null` where it does not exist, fails or takes too long. */
function output(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: askMs }, (error, stdout) => resolve(error ? null : stdout))
  })
}
