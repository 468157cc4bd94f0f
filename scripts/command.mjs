import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandResult
 * @property {number | null} code the exit code, or null if a signal or a failed start ended it
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program without a shell and collects what it prints. Never rejects: a program that cannot be started has the
 * code null and says why on `stderr`.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function capture(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/**
 * Runs a program on the person's own terminal and returns its exit code; 1 if it could not be started or a signal ended it.
 * An aborted `signal` ends it and still waits for its end. Without one, it is told of what tells this process to end, so
 * that it is never left behind.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const stopPassing = options.signal ? () => {} : passSignals(child)
    child.on('error', (error) => {
      if (error.name === 'AbortError' && child.pid !== undefined) return
      console.error(`${program} could not be started: ${error.message}`)
      stopPassing()
      resolve(1)
    })
    child.on('close', (code) => {
      stopPassing()
      resolve(code ?? 1)
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} how to stop
 */
function passSignals(child) {
  const pass = (/** @type {NodeJS.Signals} */ name) => void child.kill(name)
  // A terminal sends Ctrl-C to everybody; a second one would cut short how the program ends itself.
  const wait = () => {}
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', wait)
  return () => void process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', wait)
}

/**
 * Turns Ctrl-C and its relatives into an aborted signal while `work` runs, so that it can clean up before the process ends.
 *
 * @template T
 * @param {(interrupted: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withInterrupt(work) {
  const controller = new AbortController()
  const interrupt = () => controller.abort()
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const name of names) process.on(name, interrupt)
  try {
    return await work(controller.signal)
  } finally {
    for (const name of names) process.off(name, interrupt)
  }
}

/**
 * How to start npm from here: through the npm that runs us if there is one, so that no shell is needed on Windows.
 *
 * @returns {{ program: string, args: string[] }}
 */
export function npmCommand() {
  const running = process.env.npm_execpath
  return running?.endsWith('npm-cli.js')
    ? { program: process.execPath, args: [running] }
    : { program: 'npm', args: [] }
}
