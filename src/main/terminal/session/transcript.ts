import { createWriteStream, mkdirSync, statSync, type WriteStream } from 'node:fs'
import path from 'node:path'
import { connectionText } from '../../../shared/text/connection'
import type { Clock } from '../../clock'
import { errorCode } from '../../lib/errno'
import type { Connect, ConnectionEvents } from '../connection'

/** Largest log file, bytes; one that would exceed it is left for a new one. */
const maxFileBytes = 64 * 1024 * 1024

/** Keeps logs of terminals' output. */
export type Transcripts = {
  /**
   * The same transport, with its raw output kept in `<label>-<YYYY-MM-DD>.log` (the day on which its output began, local
   * time). A file that cannot be written is said once, as a notice; the terminal goes on without it.
   */
  keep(label: string, connect: Connect): Connect
  /** Resolves when all files whose connections are over are whole, or cannot be. */
  settled(): Promise<void>
}

/**
 * Keeps logs in a folder that only this user can read. What a terminal shows may be secret, so it is for the hosts that
 * the person chose only.
 */
export function createTranscripts(
  folder: string,
  clock: Clock,
  maxBytes: number = maxFileBytes,
): Transcripts {
  /** Two terminals never write into one file: their lines would be mixed. */
  const inUse = new Set<string>()
  /** Files that are being written; each resolves when it is closed. */
  const writing = new Set<Promise<void>>()

  /** The first file of that name with room for so many bytes that nobody writes. */
  const choose = (name: string, bytes: number) => {
    for (let number = 1; ; number++) {
      const file = path.join(folder, `${name}${number === 1 ? '' : `-${number}`}.log`)
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
      if (!inUse.has(file) && (size === 0 || size + bytes <= maxBytes)) return { file, size }
    }
  }

  const begin = (label: string, notice: (line: string) => void) => {
    let current: { file: string; size: number; stream: WriteStream } | null = null
    let isOver = false
    const close = () => {
      const closing = current
      current = null
      // Free for the next terminal once the last byte is in it.
      closing?.stream.end(() => inUse.delete(closing.file))
    }
    const fail = (cause: unknown) => {
      if (isOver) return
      isOver = true
      close()
      notice(connectionText.outputNotKept(errorCode(cause)))
    }
    const open = (bytes: number) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const { file, size } = choose(`${fileName(label)}-${dayOf(clock.now())}`, bytes)
      const stream = createWriteStream(file, { flags: 'a', mode: 0o600 })
      inUse.add(file)
      const closed = new Promise<void>((resolve) => stream.once('close', resolve))
      writing.add(closed)
      void closed.then(() => writing.delete(closed))
      stream.on('error', (cause) => {
        inUse.delete(file)
        fail(cause)
      })
      notice(connectionText.outputKept(file))
      return { file, size, stream }
    }
    return {
      write(bytes: Uint8Array) {
        if (isOver) return
        try {
          if (current && current.size + bytes.length > maxBytes) close()
          current ??= open(bytes.length)
          current.size += bytes.length
          current.stream.write(bytes)
        } catch (cause) {
          fail(cause)
        }
      },
      close() {
        isOver = true
        close()
      },
    }
  }

  return {
    keep: (label, connect) => (size, events, ask, signal) => {
      const transcript = begin(label, (line) => events.notice(line))
      // A connection that is given up may end much later; nothing of it is shown any more.
      signal.addEventListener('abort', transcript.close, { once: true })
      const kept: ConnectionEvents = {
        ...events,
        data(bytes) {
          transcript.write(bytes)
          events.data(bytes)
        },
        end(end) {
          transcript.close()
          events.end(end)
        },
      }
      return connect(size, kept, ask, signal)
    },
    settled: async () => void (await Promise.all(writing)),
  }
}

/** A label as a part of a file's name: no separator, no dot, nothing that a file system reads in its own way. */
function fileName(label: string): string {
  return label.replace(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, 60)
}

/** The local date as YYYY-MM-DD. `epochMs`: the moment. */
function dayOf(epochMs: number): string {
  const date = new Date(epochMs)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
