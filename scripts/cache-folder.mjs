import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/**
 * The folder for what can be fetched again at any time, where the platform keeps such things.
 *
 * @param {NodeJS.Platform} platform
 * @param {Record<string, string | undefined>} env
 * @param {string} home
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder(platform = process.platform, env = process.env, home = homedir()) {
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA || win32.join(home, 'AppData', 'Local'), 'sessiondeck', 'Cache')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'sessiondeck')
  // The XDG specification has relative values ignored.
  const base = posix.isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : undefined
  return posix.join(base ?? posix.join(home, '.cache'), 'sessiondeck')
}
