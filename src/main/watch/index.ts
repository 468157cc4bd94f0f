import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { systemClock } from '../clock'
import { followLanguage } from '../language'
import { portOf } from '../message-port'
import { composeWatch } from './compose'
import { createProvider } from './providers/registry'

if (!parentPort) throw new Error('The watch thread runs as a worker only.')

/** Niceness of the thread: a third of what a thread of ordinary priority gets, where they compete. */
const yieldingNiceness = 5

// A heartbeat of a large scope keeps a processor busy for a tenth of a second, and a key press must not wait for it. Only
// on Linux is this the priority of one thread; elsewhere it would be that of the whole application.
if (process.platform === 'linux') {
  try {
    os.setPriority(yieldingNiceness)
  } catch {
    // A system that does not allow it shares its processors as it likes.
  }
}

const { historyFile } = z.object({ historyFile: z.string() }).parse(workerData)

const { tellHealth } = composeWatch({
  port: portOf(parentPort),
  clock: systemClock,
  random: Math.random,
  createProvider,
  historyFile,
})
// Before the first request is heard.
followLanguage(tellHealth)
