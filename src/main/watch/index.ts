import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { Port } from '../../shared/rpc'
import { systemClock } from '../clock'
import { composeWatch } from './compose'
import { createProvider } from './providers/registry'

if (!parentPort) throw new Error('The watch thread runs as a worker only.')
const parent = parentPort

/** A niceness: a third of what a thread of ordinary priority gets, where they compete. */
const gentle = 5

// A heartbeat of a large scope keeps a processor busy for a tenth of a second, and a key is not to wait for one. Only on
// Linux is this the priority of a thread; elsewhere it is the whole application's.
if (process.platform === 'linux') {
  try {
    os.setPriority(gentle)
  } catch {
    // A system that does not allow it shares its processors as it likes.
  }
}

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
