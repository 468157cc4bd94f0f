import path from 'node:path'

/** What our own switches ask for; paths are absolute. */
export type CommandLine = {
  /** `''` where the switch has no value. */
  configFile: string | null
  userDataFolder: string | null
  demo: boolean
  /** Start in the tray: no window need appear at the computer's start. */
  hidden: boolean
}

/**
 * Reads `--config FILE`, `--user-data-dir DIR`, `--demo` and `--hidden`. A value follows its switch as the next word or after `=`.
 * Everything else belongs to Chromium and is left alone.
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
  }
}
