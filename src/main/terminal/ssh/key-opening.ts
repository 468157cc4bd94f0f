import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Opening, OpenKey } from './private-key'

/** Longer than any key that somebody opens every day takes, ms. */
const openWithinMs = 120_000
/** How long an opened key is kept: many tabs that come back one after another open it once, ms. */
const keptForMs = 60_000

/**
 * Opens each key in a thread of its own, so that nothing waits for it but who wants the key.
 *
 * @param program the file of `key-worker`, built
 */
export const openInWorker =
  (program: string): OpenKey =>
  (text, passphrase) =>
    new Promise<Opening>((resolve, reject) => {
      const workerData = { text, passphrase }
      const worker = new Worker(program, { name: 'key', workerData, execArgv: [], env: {} })
      const timer = setTimeout(() => void worker.terminate(), openWithinMs)
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => {
        clearTimeout(timer)
        reject(new Error('The key was not opened.'))
      })
    }).catch((): Opening => ({ kind: 'unusable', trouble: { why: 'notOpened' } }))

/** Opens a key once for all who want it at the same time, or within a minute. */
export class KeyOpener {
  readonly #openings = new Map<string, Promise<Opening>>()
  readonly #open: OpenKey

  constructor(open: OpenKey) {
    this.#open = open
  }

  readonly open: OpenKey = (text, passphrase) => {
    const name = createHash('sha256')
      .update(JSON.stringify([text, passphrase]))
      .digest('base64')
    const known = this.#openings.get(name)
    if (known) return known
    const opening = this.#open(text, passphrase)
    this.#openings.set(name, opening)
    const forget = () => this.#openings.delete(name)
    opening.then(({ kind }) => {
      if (kind === 'open') setTimeout(forget, keptForMs).unref()
      else forget()
    }, forget)
    return opening
  }
}
