import { MessageChannel, type MessagePort } from 'node:worker_threads'

/** The part of Electron's MessagePortMain that is used here. */
export type PortToWindow = {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/** The path of every tab's bytes: from the terminals thread through the shell to the window, and back. */
export type TerminalPorts = {
  /** Opens the path for a terminal; an earlier one closes. */
  open(id: string): void
  close(id: string): void
  /** The page is gone, with all its ports. */
  closeAll(): void
}

/**
 * Joins a port of the terminals thread to one of the window for each tab. A worker's port cannot go to a window, so the
 * shell passes frames on, unread.
 *
 * @param channel makes a pair of Electron's ports: ours, and the one that `giveWindow` hands over
 */
export function createTerminalPorts<P extends PortToWindow>(parts: {
  channel(): { ours: P; theirs: P }
  giveWindow(id: string, port: P): void
  giveThread(id: string, port: MessagePort): void
}): TerminalPorts {
  const open = new Map<string, () => void>()

  const close = (id: string) => {
    open.get(id)?.()
    open.delete(id)
  }

  return {
    open(id) {
      close(id)
      const { ours: window, theirs } = parts.channel()
      const { port1: thread, port2 } = new MessageChannel()
      const end = () => {
        window.close()
        thread.close()
      }
      const ended = () => {
        if (open.get(id) === end) close(id)
        else end()
      }
      open.set(id, end)
      window.on('message', ({ data }) => thread.postMessage(data))
      window.on('close', ended)
      thread.on('message', (frame) => window.postMessage(frame))
      thread.on('close', ended)
      window.start()
      parts.giveThread(id, port2)
      parts.giveWindow(id, theirs)
    },
    close,
    closeAll() {
      for (const id of [...open.keys()]) close(id)
    },
  }
}
