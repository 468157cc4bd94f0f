import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openPrivateKey } from './private-key'

// Opens one key and ends: what a passphrase is turned into is not left in a thread that lives on.
const { text, passphrase } = z
  .object({ text: z.string(), passphrase: z.string().optional() })
  .parse(workerData)
parentPort?.postMessage(openPrivateKey(text, passphrase))
