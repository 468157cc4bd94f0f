import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Port } from '../../shared/rpc'
import { systemClock } from '../clock'
import { composeWatch } from './compose'
import { createProvider } from './providers/registry'

if (!parentPort) throw new Error('The watch thread runs as a worker only.')
const parent = parentPort

const port: Port = {
  post: (message) => parent.postMessage(message),
  listen(listener) {
    parent.on('message', listener)
    return () => {
      parent.off('message', listener)
    }
  },
}

const { historyFile } = z.object({ historyFile: z.string() }).parse(workerData)

composeWatch({ port, clock: systemClock, random: Math.random, createProvider, historyFile })
