import { parentPort } from 'node:worker_threads'
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

composeWatch({ port, clock: systemClock, random: Math.random, createProvider })
