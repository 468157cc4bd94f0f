// Loaded with -r before an application, the bare one as well as ours: says when the page had painted what the variable
// SESSIONDECK_BENCH_SELECTOR names, and a while later which processes the application consists of.
const { app } = require('electron')
const { setTimeout: sleep } = require('node:timers/promises')

const selector = process.env.SESSIONDECK_BENCH_SELECTOR ?? 'main'
const settleMs = Number(process.env.SESSIONDECK_BENCH_SETTLE_MS ?? '0')

// In the frame in which it is found it gets painted; the next frame begins when that is done.
const waitForPaint = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)})) requestAnimationFrame(() => resolve(Date.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})`

/** @param {Electron.WebContents} contents */
async function observe(contents) {
  const paintedAt = await contents.executeJavaScript(waitForPaint)
  await sleep(settleMs)
  const processes = app
    .getAppMetrics()
    .map(({ pid, memory }) => ({ pid, workingSetKb: memory.workingSetSize }))
  process.stdout.write(`BENCH ${JSON.stringify({ paintedAt, processes })}\n`)
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => void observe(contents))
})
