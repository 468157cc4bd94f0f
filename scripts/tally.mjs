/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} problems what counts as failed without being a test
 *
 * @typedef {object} VitestReport the parts of vitest's JSON report that are read here
 * @property {{ name: string, status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0, problems: [] }

/**
 * Counts one runner's tests from its own report. What went wrong outside of a test (a suite that did not load, an error
 * between tests, a crash, no report at all) counts as one failure each, so that it can never read as success.
 *
 * @param {string} name the runner's name, for the problems
 * @param {unknown} report vitest's JSON report, or undefined if there is none
 * @param {number} exitCode the runner's
 * @returns {Tally}
 */
export function tallyOf(name, report, exitCode) {
  if (!isReport(report)) return failure(`${name}: the runner left no report (exit code ${exitCode})`)
  const statuses = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const failedTests = statuses.filter((status) => status === 'failed').length
  const problems = report.testResults
    .filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    .map((file) => `${name}: ${file.name} did not load or not finish`)
  if (exitCode !== 0 && failedTests + problems.length === 0) {
    problems.push(`${name}: the runner failed outside of its tests (exit code ${exitCode})`)
  }
  return {
    passed,
    failed: failedTests + problems.length,
    skipped: statuses.length - passed - failedTests,
    problems,
  }
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
  return { ...nothing, failed: 1, problems: [problem] }
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce(
    (total, tally) => ({
      passed: total.passed + tally.passed,
      failed: total.failed + tally.failed,
      skipped: total.skipped + tally.skipped,
      problems: [...total.problems, ...tally.problems],
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
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
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
