// `npm test`: type check, lint, build, then every suite, some side by side, added up into one last line.
// `node scripts/test.mjs unit [FILTER...]` runs only the named suites; the build comes first if end-to-end tests need it.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInDesktop } from '../test/harness/desktop-session.mjs'
import { chosenFiles } from '../test/harness/modern/lists.mjs'
import { build, projectFolder } from './build.mjs'
import { runInForeground, withInterrupt } from './command.mjs'
import { ensureElectron, runtimeEnvironment } from './electron-runtime.mjs'
import { ensureModernNode, ensureModernRuntime } from './modern-runtime.mjs'
import {
  ensureDesktopPrograms,
  ensureElectronLibraries,
  ensurePackageTestPrograms,
} from './system-libraries.mjs'
import { failedFiles, failure, nothing, reportAfterRerun, sum, summaryLine, tallyOf } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const suites = ['unit', 'component', 'integration', 'modern', 'e2e', 'packages']

/**
 * What a whole run does side by side, and then what needs the machine for itself. Windows mostly wait: what computes goes on
 * beside them.
 */
const lanes = [[['unit', 'component', 'integration', 'modern'], ['e2e']], [['packages']]]

/** A runner that hangs must not hang the whole run; a healthy suite takes a small part of this. */
const suiteTimeoutMs = 40 * 60 * 1000

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
    const runLane = async (/** @type {readonly string[]} */ lane) => {
      for (const suite of lane) {
        if (interrupted.aborted) return
        const runner = runners[suite] ?? runSuite
        tallies.push(await runner({ suite, filters, scratch, signal: timeLimit(interrupted) }))
      }
    }
    if (everything) {
      // Several reporters cannot share the lines of a terminal.
      process.env.CI ??= '1'
      await buildOnce(interrupted)
      for (const together of lanes) await Promise.all(together.map(runLane))
    } else await runLane(chosen)
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

/** Most files of a suite that run a second time after a failure; where more fail, a busy machine is no excuse. */
const maxRerunFiles = 3

/**
 * @typedef {object} SuiteRun
 * @property {string} suite
 * @property {string[]} filters parts of file names; none means all
 * @property {string} scratch a folder for the report
 * @property {AbortSignal} signal
 */

/**
 * @typedef {(program: string, args: string[], signal: AbortSignal) => Promise<number>} Start
 */

/**
 * @param {SuiteRun} run
 * @param {Start} start
 * @returns {Promise<Tally>}
 */
async function runSuite(run, start = runHere) {
  heading(`${run.suite} tests`)
  const { code, report } = await runVitest(run, start)
  return tallyOf(`${run.suite} tests`, report, code)
}

/**
 * @param {SuiteRun} run
 * @param {Start} start
 * @returns {Promise<{ code: number, report: unknown }>} vitest's exit code and JSON report, which is undefined if it left none
 */
async function runVitest({ suite, filters, scratch, signal }, start) {
  const file = path.join(scratch, `${suite}.json`)
  await rm(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = [commandLineOf('vitest', 'vitest.mjs'), 'run', '--project', suite, ...reporters, ...filters]
  const code = await start(process.execPath, args, signal)
  return { code, report: await readFile(file, 'utf8').then(JSON.parse, () => undefined) }
}

/**
 * Runs a suite and then, once and from their beginning, the few files that failed: real windows, a real desktop and a busy
 * machine now and then miss each other. A file that passes only then is named, so that its test gets mended.
 *
 * @param {SuiteRun} run
 * @param {Start} start
 * @returns {Promise<Tally>}
 */
async function runWithSecondChance(run, start) {
  heading(`${run.suite} tests`)
  const first = await runVitest(run, start)
  const files = failedFiles(first.report)
  if (files.length === 0 || files.length > maxRerunFiles || run.signal.aborted) {
    return tallyOf(`${run.suite} tests`, first.report, first.code)
  }
  heading(`${run.suite} tests that failed, once more`)
  const again = await runVitest({ ...run, filters: files }, start)
  const stillFailed = failedFiles(again.report)
  for (const file of files.filter((each) => again.report && !stillFailed.includes(each))) {
    console.log(
      `\nUNSTEADY ${path.relative(projectFolder, file)} failed at first and passed when it ran again`,
    )
  }
  return tallyOf(`${run.suite} tests`, reportAfterRerun(first.report, again.report), again.code)
}

/**
 * The end-to-end tests run inside a private desktop where there can be one; elsewhere they skip themselves.
 *
 * @param {SuiteRun} run
 * @returns {Promise<Tally>}
 */
async function runEndToEnd(run) {
  if (!(await buildOnce(run.signal))) return failure('build failed, so the end-to-end tests could not run')
  if (process.platform !== 'linux') return runSuite(run)
  try {
    const runtime = await ensureElectron()
    await ensureElectronLibraries(runtime.path)
    await ensureDesktopPrograms()
    const env = runtimeEnvironment(runtime)
    return await runWithSecondChance(run, (program, args, signal) =>
      runInDesktop({}, program, args, { env, signal }),
    )
  } catch (error) {
    return failure(`end-to-end tests: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * Packages are made and tried on Linux; elsewhere the tests skip themselves.
 *
 * @param {SuiteRun} run
 * @returns {Promise<Tally>}
 */
async function runPackages(run) {
  if (process.platform !== 'linux') return runSuite(run)
  try {
    await ensureElectronLibraries((await ensureElectron()).path)
    await ensureDesktopPrograms()
    await ensurePackageTestPrograms()
    return await runWithSecondChance(run, runHere)
  } catch (error) {
    return failure(`packages tests: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * The integration tests run on the pinned Electron's Node where it can be had: it is what users run, and running them on
 * this machine's too would take minutes to say the same.
 *
 * @param {SuiteRun} run
 * @returns {Promise<Tally>}
 */
async function runIntegration(run) {
  const node = await ensureModernNode().catch(() => process.execPath)
  return runWithSecondChance(run, (_program, args, signal) => runHere(node, args, signal))
}

/**
 * The unit tests on the pinned Electron's Node, and end-to-end tests on that and its Chromium: those that are named, all of
 * them at the word `all`, else the chosen ones. Where the two cannot be had it says so and counts as skipped.
 *
 * @param {SuiteRun} run
 * @returns {Promise<Tally>}
 */
async function runModern(run) {
  const runtime = await ensureModernRuntime().catch((error) => String(error.message))
  if (typeof runtime === 'string') return { ...nothing, skipped: 1, reasons: [runtime] }
  try {
    await ensureDesktopPrograms()
    if (!(await buildOnce(run.signal))) return failure('build failed, so the modern tests could not run')
    const isAll = run.filters.includes('all')
    const isNarrow = run.filters.length > 0 && !isAll
    const filters = isNarrow ? run.filters : isAll ? [] : chosenFiles.map((name) => `e2e/${name}.test.ts`)
    const units = isNarrow
      ? nothing
      : await runSuite({ ...run, suite: 'unit', filters: [] }, (_program, args, signal) =>
          runHere(runtime.node, args, signal),
        )
    const pages = await runWithSecondChance({ ...run, filters }, (_program, args, signal) =>
      runInDesktop({}, runtime.node, args, { env: runtime.env, signal }),
    )
    return sum([units, pages])
  } catch (error) {
    return failure(`modern tests: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * What runs a suite, where it needs more than the runner.
 *
 * @type {Readonly<Record<string, (run: SuiteRun) => Promise<Tally>>>}
 */
const runners = { integration: runIntegration, e2e: runEndToEnd, packages: runPackages, modern: runModern }

/**
 * @param {string} program
 * @param {string[]} args
 * @param {AbortSignal} signal
 */
function runHere(program, args, signal) {
  return runInForeground(program, args, { signal })
}

/** @type {Promise<boolean> | undefined} */
let built

/**
 * Builds the application, once for all suites that need it.
 *
 * @param {AbortSignal} signal
 */
function buildOnce(signal) {
  if (!built) heading('build')
  built ??= build(signal)
  return built
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
for (const reason of total.reasons) console.log(`\nSKIPPED ${reason}`)
for (const each of total.failures) console.log(`\nFAILED ${each}`)
console.log(`\n${summaryLine(total)}`)
process.exitCode = total.failures.length > 0 ? 1 : 0
