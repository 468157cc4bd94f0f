import type { EventEmitter } from 'node:events'

/** The process that started this one. */
interface Parent {
  tell(message: unknown): void
  onGone(react: () => void): void
}

/** Electron's channel in a utility process, which plain Node's types do not know. */
interface UtilityPort extends EventEmitter {
  postMessage(message: unknown): void
}

/**
 * Finds the parent: Electron's utility process channel, Node's IPC channel of a fork, or else the standard streams, where
 * a message is a line of JSON and the end of the input means that the parent is gone.
 */
export function findParent(): Parent {
  const { parentPort } = process as NodeJS.Process & { parentPort?: UtilityPort }
  if (parentPort) {
    return {
      tell: (message) => parentPort.postMessage(message),
      onGone: (react) => void parentPort.once('close', react),
    }
  }
  if (process.send) {
    return {
      tell: (message) => void process.send?.(message),
      onGone: (react) => void process.once('disconnect', react),
    }
  }
  return {
    tell: (message) => void process.stdout.write(`${JSON.stringify(message)}\n`),
    onGone(react) {
      process.stdin.once('end', react)
      process.stdin.resume()
    },
  }
}
