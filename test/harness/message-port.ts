import type { MessagePort } from 'node:worker_threads'
import type { Port } from '../../src/shared/rpc'

/** A worker's message port as the contract's. */
export const portOf = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  listen(listener) {
    port.on('message', listener)
    return () => {
      port.off('message', listener)
    }
  },
})
