// `npm test`: type check, lint, build, then the unit, component, integration and end-to-end tests, added up into one last line.
// `node scripts/test.mjs unit [FILTER...]` runs only the named suites; the build comes first if end-to-end tests need it.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInDesktop } from '../test/harness/desktop-session.mjs'
import { build, projectFolder } from './build.mjs'
import { runInForeground, withInterrupt } from './command.mjs'
import { ensureElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureDesktopPrograms, ensureElectronLibraries } from './system-libraries.mjs'
import { failure, nothing, sum, summaryLine, tallyOf } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const suites = ['unit', 'component', 'integration', 'e2e']

/** A runner that hangs must not hang the whole run; a healthy suite takes a small part of this. */
const suiteTimeoutMs = 25 * 60 * 1000

const resolveModule = createRequire(import.meta.url).resolve

/**
 * @param {string} name an installed package
 * @param {string} script its command-line entry
 */
function commandLineOf(name, script) {
  return path.join(path.dirname(resolveModule(`${name}/package.json`)), script)
}

/**
 * @param {string[]} words
 * @param {AbortSignal} interrupted
 * @returns {Promise<Tally>}
 */
async function runAll(words, interrupted) {
  const chosen = suites.filter((suite) => words.includes(suite))
  const filters = words.filter((word) => !suites.includes(word))
  const scratch = await mkdtemp(path.join(tmpdir(), 'sessiondeck-test-'))
  /** @type {Tally[]} */
  const tallies = []
  const everything = chosen.length === 0
  try {
    if (everything) {
      tallies.push(
        await runCheck('type check', commandLineOf('typescript', 'bin/tsc'), ['--noEmit'], interrupted),
      )
      tallies.push(
        await runCheck('lint', commandLineOf('@biomejs/biome', 'bin/biome'), ['check'], interrupted),
      )
    }
    for (const suite of everything ? suites : chosen) {
      if (interrupted.aborted) break
      const runner = suite === 'e2e' ? runEndToEnd : runSuite
      tallies.push(await runner({ suite, filters, scratch, signal: timeLimit(interrupted) }))
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  if (interrupted.aborted) tallies.push(failure('The run was interrupted.'))
  return sum(tallies)
}

/**
 * @param {string} title
 * @param {string} script
 * @param {string[]} args
 * @param {AbortSignal} signal
 * @returns {Promise<Tally>}
 */
async function runCheck(title, script, args, signal) {
  heading(title)
  const code = await runInForeground(process.execPath, [script, ...args], { signal })
  return code === 0 ? nothing : failure(`${title} failed`)
}

/**
 * @typedef {object} SuiteRun
 * @property {string} suite
 * @property {string[]} filters parts of file names; none means all
 * @property {string} scratch a folder for the report
 * @property {AbortSignal} signal
 */

/**
 * @param {SuiteRun} run
 * @param {(program: string, args: string[], signal: AbortSignal) => Promise<number>} start
 * @returns {Promise<Tally>}
 */
async function runSuite({ suite, filters, scratch, signal }, start = runHere) {
  heading(`${suite} tests`)
  const report = path.join(scratch, `${suite}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = [commandLineOf('vitest', 'vitest.mjs'), 'run', '--project', suite, ...reporters, ...filters]
  const code = await start(process.execPath, args, signal)
  const json = await readFile(report, 'utf8').then(JSON.parse, () => undefined)
  return tallyOf(`${suite} tests`, json, code)
}

/**
 * The end-to-end tests run inside a private desktop where there can be one; elsewhere they skip themselves.
 *
 * @param {SuiteRun} run
 * @returns {Promise<Tally>}
 */
async function runEndToEnd(run) {
  heading('build')
  if (!(await build(run.signal))) return failure('build failed, so the end-to-end tests could not run')
  if (process.platform !== 'linux') return runSuite(run)
  try {
    const runtime = await ensureElectron()
    await ensureElectronLibraries(runtime.path)
    await ensureDesktopPrograms()
    const env = runtimeEnvironment(runtime)
    return await runSuite(run, (program, args, signal) => runInDesktop({}, program, args, { env, signal }))
  } catch (error) {
    return failure(`end-to-end tests: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {AbortSignal} signal
 */
function runHere(program, args, signal) {
  return runInForeground(program, args, { signal })
}

/** @param {AbortSignal} interrupted */
function timeLimit(interrupted) {
  const controller = new AbortController()
  const abort = () => controller.abort()
  interrupted.addEventListener('abort', abort, { once: true })
  if (interrupted.aborted) abort()
  setTimeout(abort, suiteTimeoutMs).unref()
  return controller.signal
}

/** @param {string} title */
function heading(title) {
  console.log(`\n── ${title} ──`)
}

process.chdir(projectFolder)
const total = await withInterrupt((interrupted) => runAll(process.argv.slice(2), interrupted))
for (const problem of total.problems) console.log(`\nFAILED ${problem}`)
console.log(`\n${summaryLine(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
