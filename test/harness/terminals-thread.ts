import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { build } from 'vite'
import {
  SupervisedThread,
  spawnThread,
  type WorkerThread,
} from '../../src/main/desktop/threads/supervised-thread'
import type { FromWindow, ToWindow } from '../../src/shared/terminal-frames'

/** The program of the terminals thread, built as the application builds it. */
export type ThreadProgram = { file: string; folder: string; remove(): Promise<void> }

/** Builds the thread, and the one that opens its keys, into a folder of their own. */
export async function buildTerminalsThread(): Promise<ThreadProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sessiondeck-terminals-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node18.15',
      rolldownOptions: {
        input: { terminal: 'src/main/terminal/index.ts', key: 'src/main/terminal/ssh/key-worker.ts' },
        external: ['bufferutil', 'utf-8-validate', 'cpu-features', /\.node$/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })
  const remove = () => rm(folder, { recursive: true, force: true })
  return { file: path.join(folder, 'terminal.cjs'), folder, remove }
}

/** Runs the program in a worker, supervised as the shell supervises it. */
export function startTerminalsThread({ file, folder }: ThreadProgram): WorkerThread {
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const data = {
    knownHostsFile: path.join(folder, 'known_hosts'),
    transcriptFolder: path.join(folder, 'terminal-logs'),
  }
  const thread = new SupervisedThread('terminals', () => spawnThread('terminals', file, data, log), log)
  thread.start()
  return thread
}

/** A tab of a window. */
export type Tab = {
  /** All output so far. */
  bytes(): Buffer
  text(): string
  send(frame: FromWindow): void
  /** From now on received output counts as parsed only on command. */
  stopParsing(): void
  parseAll(): void
  close(): void
}

/** Attaches a tab to a terminal of a thread, over a port of its own. */
export function attachTab(thread: Pick<WorkerThread, 'give'>, id: string): Tab {
  const { port1, port2 } = new MessageChannel()
  const frames: Uint8Array[] = []
  let parses = true
  let unparsed = 0
  const send = (frame: FromWindow) => port1.postMessage(frame)
  const parseAll = () => {
    send({ type: 'ack', bytes: unparsed })
    unparsed = 0
  }
  port1.on('message', (frame: ToWindow) => {
    if (frame.type !== 'data') return
    frames.push(frame.bytes)
    unparsed += frame.bytes.length
    if (parses) parseAll()
  })
  thread.give({ type: 'terminal.port', id }, port2)
  const bytes = () => Buffer.concat(frames)
  return {
    bytes,
    text: () => bytes().toString(),
    send,
    stopParsing: () => {
      parses = false
    },
    parseAll: () => {
      parses = true
      parseAll()
    },
    close: () => port1.close(),
  }
}
