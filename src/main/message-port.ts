import type { MessagePort, Worker } from 'node:worker_threads'
import type { Port } from '../shared/rpc'

/** One end of a thread's channel as the contract's: a thread's own, the worker that it is to others, or any port. */
export const portOf = (end: MessagePort | Worker): Port => ({
  post: (message) => end.postMessage(message),
  listen(listener, onLost) {
    end.on('message', listener)
    end.on('messageerror', onLost)
    return () => {
      end.off('message', listener)
      end.off('messageerror', onLost)
    }
  },
})
