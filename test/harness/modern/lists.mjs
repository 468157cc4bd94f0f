/** End-to-end files that `npm test` runs on the modern runtime too: list, actions, accounts, settings, history, terminals. */
export const chosenFiles = ['action-log', 'desk', 'list', 'script-drafts', 'terminal', 'terminal-life']

/**
 * What only a real Electron can run, and why. Without `test` the whole file; with it that test of the file.
 *
 * @type {readonly { file: string, test?: string, why: string }[]}
 */
export const skipped = [
  { file: 'desktop', why: 'tray, notifications, keychain and sleep are those of a real desktop' },
  { file: 'looks', why: 'its pictures are kept of the development runtime' },
  {
    file: 'person',
    test: 'opens from anywhere with the keys of the settings, which are off at first',
    why: 'no keys are heard while other applications have the focus',
  },
  { file: 'safety', why: 'sandbox, navigation guards and permissions are those of Electron' },
  {
    file: 'terminal',
    test: 'asks before several lines are pasted, and pastes nothing when told so',
    why: 'a page pastes from Chromium’s own clipboard, which the stand-in’s is not',
  },
]

const fileOf = (/** @type {string} */ name) => `test/e2e/${name}.test.ts`

/** The files that do not run at all. */
export const skippedFiles = skipped.filter(({ test }) => test === undefined).map(({ file }) => fileOf(file))

/**
 * Why a test does not run.
 *
 * @param {string} file its path
 * @param {string} name as vitest prints it, without its suites'
 * @returns {string | undefined}
 */
export function whySkipped(file, name) {
  return skipped.find((each) => each.test === name && file.endsWith(fileOf(each.file)))?.why
}
