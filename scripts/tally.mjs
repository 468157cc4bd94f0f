/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {string[]} failures one line each: a test that failed, or what went wrong outside of a test
 * @property {number} skipped
 * @property {string[]} reasons why tests were skipped that a complete machine runs, each once
 *
 * @typedef {object} VitestTest
 * @property {string} status
 * @property {string} [fullName]
 * @property {string[]} [failureMessages]
 * @property {{ missing?: string }} [meta] `missing` is what a skipped test says that the machine lacks
 *
 * @typedef {object} VitestReport the parts of vitest's JSON report that are read here
 * @property {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }[]} testResults
 */

/** @type {Tally} */
export const nothing = { passed: 0, failures: [], skipped: 0, reasons: [] }

/**
 * Counts one runner's tests from its own report. What went wrong outside of a test (a suite that did not load, an error
 * between tests, a crash, no report at all) counts as one failure each, so that it can never read as success.
 *
 * @param {string} name the runner's name, for the failures
 * @param {unknown} report vitest's JSON report, or undefined if there is none
 * @param {number} exitCode the runner's
 * @returns {Tally}
 */
export function tallyOf(name, report, exitCode) {
  if (!isReport(report)) return failure(`${name}: the runner left no report (exit code ${exitCode})`)
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failedTests = tests.filter((test) => test.status === 'failed')
  const unfinished = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const failures = [
    ...failedTests.map((test) => `${name}: ${test.fullName}${because(test.failureMessages?.[0])}`),
    ...unfinished.map((file) => `${name}: ${file.name} did not load or not finish${because(file.message)}`),
  ]
  const failed = failures.length
  if (exitCode !== 0 && failed === 0) {
    failures.push(`${name}: the runner failed outside of its tests (exit code ${exitCode})`)
  }
  return {
    passed,
    failures,
    skipped: tests.length - passed - failedTests.length,
    reasons: [...new Set(tests.flatMap((test) => test.meta?.missing ?? []))],
  }
}

/** @param {string | undefined} message */
function because(message) {
  const first = message?.trim().split('\n')[0]
  return first ? `: ${first}` : ''
}

/**
 * The files in which something failed, as vitest names them.
 *
 * @param {unknown} report vitest's JSON report, or undefined if there is none
 * @returns {string[]}
 */
export function failedFiles(report) {
  if (!isReport(report)) return []
  return report.testResults.filter((file) => file.status === 'failed').map((file) => file.name)
}

/**
 * The report of a whole run after some of its files ran again: their second results count. A file without a second result
 * keeps its first.
 *
 * @param {unknown} first
 * @param {unknown} again
 * @returns {unknown} a report, or whatever `first` is if one of the two is none
 */
export function reportAfterRerun(first, again) {
  if (!isReport(first) || !isReport(again)) return first
  const second = new Map(again.testResults.map((file) => [file.name, file]))
  return { testResults: first.testResults.map((file) => second.get(file.name) ?? file) }
}

/**
 * One failure that is not a test's.
 *
 * @param {string} problem
 * @returns {Tally}
 */
export function failure(problem) {
  return { ...nothing, failures: [problem] }
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failures: [...total.failures, ...tally.failures],
      skipped: total.skipped + tally.skipped,
      reasons: [...total.reasons, ...tally.reasons],
    }),
    nothing,
  )
}

/**
 * The one line that everything ends with.
 *
 * @param {Tally} tally
 * @returns {string} such as `12 passed, 0 failed, 1 skipped`; skipped only if there are any
 */
export function summaryLine({ passed, failures, skipped }) {
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {unknown} report
 * @returns {report is VitestReport}
 */
function isReport(report) {
  if (typeof report !== 'object' || report === null || !('testResults' in report)) return false
  const files = report.testResults
  return Array.isArray(files) && files.every((file) => Array.isArray(file?.assertionResults))
}
