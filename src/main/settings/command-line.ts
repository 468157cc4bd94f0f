import path from 'node:path'

/** What our own switches ask for; paths are absolute. */
export type CommandLine = {
  /** `''` where the switch has no value. */
  configFile: string | null
  userDataFolder: string | null
  demo: boolean
  /** Start in the tray: no window need appear at the computer's start. */
  hidden: boolean
  /** Begin with the form of a new account. */
  addAccount: boolean
}

/**
 * Reads `--config FILE`, `--user-data-dir DIR`, `--demo`, `--hidden` and `--add-account`. A value follows its switch as the
 * next word or after `=`. Everything else belongs to Chromium and is left alone.
 */
export function parseCommandLine(words: readonly string[], workingFolder: string): CommandLine {
  const switchValue = (name: string): string | null => {
    const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`))
    const word = words[at]
    if (word === undefined) return null
    const value = word === name ? words[at + 1] : word.slice(name.length + 1)
    return value && !value.startsWith('--') ? path.resolve(workingFolder, value) : ''
  }
  return {
    configFile: switchValue('--config'),
    userDataFolder: switchValue('--user-data-dir') || null,
    demo: words.includes('--demo'),
    hidden: words.includes('--hidden'),
    addAccount: words.includes('--add-account'),
  }
}

const demoEnding = '-demo'

/** The data folder of the demo that is opened from the workspace of this one. */
export const demoFolderOf = (ownFolder: string): string => `${ownFolder}${demoEnding}`

/** The data folder of the own workspace that is opened from the demo of this one. Never the demo's own: that one is in use. */
export const ownFolderOf = (demoFolder: string): string =>
  demoFolder.endsWith(demoEnding) ? demoFolder.slice(0, -demoEnding.length) : `${demoFolder}-own`
