import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openPrivateKey } from './private-key'

// Opens one key and ends, so that nothing derived from a passphrase stays in a live thread.
const { text, passphrase } = z
  .object({ text: z.string(), passphrase: z.string().optional() })
  .parse(workerData)
parentPort?.postMessage(openPrivateKey(text, passphrase))
