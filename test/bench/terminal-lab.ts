import { chmod, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { hasSshd, type Sshd, startSshd } from '../harness/sshd'
import { listenToTabs } from './terminal-page'
import { type BenchWindow, withWindow } from './window'

const hostLabel = 'Bench host'
const blockBytes = 1024 * 1024

/** The application with tabs on a real SSH server of this machine. */
export type TerminalLab = BenchWindow & {
  server: Sshd
  /** The private key that lets in. */
  key: string
  /** A block of text of 1 MiB, lines with colours; and the file on the server that repeats it. */
  block: string
  file: { path: string; bytes: number }
  /** Opens a tab and waits for its prompt. Resolves with its place among the streams, and how long it took, ms. */
  open(): Promise<{ tab: number; tookMs: number }>
  /** Sends input to a tab, whichever is looked at. */
  send(tab: number, input: string): Promise<void>
  /** Has a command run in a tab, and waits until all that it printed is parsed. */
  run(tab: number, command: string): Promise<void>
}

/** Starts server and application for as long as `work` takes, with one tab open. */
export async function withTerminals<T>(work: (lab: TerminalLab) => Promise<T>): Promise<T> {
  if (!hasSshd) throw new Error('there is no OpenSSH server (package openssh-server)')
  const server = await startSshd()
  try {
    const key = await server.addKey('id')
    const { host, port, user } = server
    const saved = {
      label: hostLabel,
      group: '',
      host,
      port,
      user,
      identityFiles: [key],
      identitiesOnly: true,
    }
    const block = text(blockBytes)
    const file = { path: path.join(server.home, 'text'), bytes: 50 * blockBytes }
    await writeFile(file.path, block.repeat(50))
    await chmod(file.path, 0o644)
    return await withWindow(
      async (window) => {
        const lab = labOf(window, { server, key, block, file })
        await listenToTabs(window.page)
        const trust = window.page.getByRole('button', { name: 'Trust and connect' })
        await Promise.all([lab.open(), trust.click()])
        // Away from the list: it stands still while the pointer is on it.
        await window.page.mouse.move(5, 5)
        return work(lab)
      },
      [saved],
    )
  } finally {
    await server.stop()
  }
}

function labOf(
  window: BenchWindow,
  parts: Pick<TerminalLab, 'server' | 'key' | 'block' | 'file'>,
): TerminalLab {
  const { page } = window
  const send: TerminalLab['send'] = (tab, input) =>
    page.evaluate(([at, data]) => globalThis.bench.streams[at]?.port.postMessage({ type: 'input', data }), [
      tab,
      input,
    ] as const)
  return {
    ...window,
    ...parts,
    send,
    open: () =>
      page.evaluate(async (label) => {
        const { bench } = globalThis
        const button = [...document.querySelectorAll('button')].find(
          (each) => each.innerText.trim() === label,
        )
        const tab = bench.streams.length
        const began = performance.now()
        button?.click()
        const ended = await bench.parsed(() => {
          const stream = bench.streams[tab]
          return stream !== undefined && /[$#] $/.test(stream.tail) && stream.parsed === stream.received
        })
        return { tab, tookMs: ended - began }
      }, hostLabel),
    async run(tab, command) {
      const done = page.evaluate(
        (at) =>
          globalThis.bench.parsed(() => {
            const stream = globalThis.bench.streams[at]
            return (
              stream !== undefined && /done [$#] $/.test(stream.tail) && stream.parsed === stream.received
            )
          }),
        tab,
      )
      await send(tab, ` PS1='$ '; ${command}; PS1='do''ne $ '\r`)
      await done
      await send(tab, ` PS1='$ '; clear\r`)
      await page.evaluate(
        (at) =>
          globalThis.bench.parsed(() => {
            const stream = globalThis.bench.streams[at]
            return (
              stream !== undefined && /(?<!done )\$ $/.test(stream.tail) && stream.parsed === stream.received
            )
          }),
        tab,
      )
    },
  }
}

/** Lines as a log has them, some coloured, in exactly so many bytes. Line ends are those of a terminal. */
function text(bytes: number): string {
  const lines: string[] = []
  let length = 0
  for (let line = 0; length < bytes; line++) {
    const colour = line % 4 === 0 ? `\x1b[3${line % 7}m` : ''
    const words = `${'information about what happened '.repeat(1 + (line % 3))}${line * 7919}`
    const next = `2025-01-02 03:04:05 ${colour}worker ${line % 16}${colour && '\x1b[0m'} ${words}\r\n`
    lines.push(next)
    length += next.length
  }
  return `${lines.join('').slice(0, bytes - 2)}\r\n`
}
