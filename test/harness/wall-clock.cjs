// Required into every thread of the application: its wall clock is as far ahead as the file says (ms), so that a test can
// set it. The file is read at most so often, ms.
const { readFileSync } = require('node:fs')
const threads = require('node:worker_threads')

const lookMs = 50
const file = process.env.SESSIONDECK_TEST_CLOCK ?? ''
const realNow = Date.now
let ahead = 0
let lookedAt = Number.NEGATIVE_INFINITY

Date.now = () => {
  if (performance.now() - lookedAt >= lookMs) {
    lookedAt = performance.now()
    ahead = Number(readFileSync(file, 'utf8'))
  }
  return realNow() + ahead
}

// A thread that is given its own options does not take over what its parent was told to require.
threads.Worker = class extends threads.Worker {
  /**
   * @param {string | URL} program
   * @param {import('node:worker_threads').WorkerOptions} [options]
   */
  constructor(program, options) {
    super(program, { ...options, execArgv: ['--require', __filename] })
  }
}
