/**
 * Refuses to go on where no window could open.
 *
 * @throws with the way to run without a screen
 */
export function expectDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return
  const script = process.env.npm_lifecycle_event ?? 'start'
  throw new Error(
    'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).\n' +
      'Run this inside a desktop session, or without a screen (Debian packages xvfb and xauth):\n' +
      `  xvfb-run -a npm run ${script}`,
  )
}

/**
 * The environment for the application. Terminals inside Electron editors set a variable that would turn it into plain Node.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function applicationEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return env
}

/**
 * Says what went wrong, without a stack: these are messages for the person at the terminal.
 *
 * @param {unknown} error
 */
export function reportFailure(error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
