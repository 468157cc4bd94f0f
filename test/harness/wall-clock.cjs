// Required into every thread of the application: its wall clock stands still at SESSIONDECK_TEST_TIME (epoch ms), or is as far
// ahead as the file SESSIONDECK_TEST_CLOCK says (ms), so that a test can set it. The file is read at most so often, ms.
const { readFileSync } = require('node:fs')
const threads = require('node:worker_threads')

const lookMs = 50
const { SESSIONDECK_TEST_CLOCK: file = '', SESSIONDECK_TEST_TIME: moment } = process.env
const realNow = Date.now
let ahead = 0
let lookedAt = Number.NEGATIVE_INFINITY

const movedNow = () => {
  if (performance.now() - lookedAt >= lookMs) {
    lookedAt = performance.now()
    ahead = Number(readFileSync(file, 'utf8'))
  }
  return realNow() + ahead
}
Date.now = moment === undefined ? movedNow : () => Number(moment)

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
