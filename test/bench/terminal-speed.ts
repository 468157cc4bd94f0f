import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as xterm from '@xterm/xterm'
import type { Page } from 'playwright-core'
import { type Figure, figureOf } from './figures'
import { median, type Round } from './statistics'
import type { TerminalLab } from './terminal-lab'

declare global {
  /** A second xterm for comparisons, as its package's script defines it. */
  var Terminal: typeof xterm.Terminal
  /** Those that are kept. */
  var bareTerminals: xterm.Terminal[]
}

const rounds = 3

/** Loads xterm's own script into the page, for terminals without anything of ours around them. */
export async function loadBareXterm(page: Page): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@xterm/xterm')
  await page.evaluate(await readFile(script.replace(/\.mjs$/, '.js'), 'utf8'))
  await page.evaluate(() => {
    globalThis.bareTerminals = []
  })
}

/**
 * Has xterm alone parse a text several times over, in the place and size of a tab's terminal.
 *
 * @param keep whether it stays, out of sight, or goes
 * @returns how long it took, ms
 */
export function bareWrite(
  page: Page,
  work: { tab: number; text: string; times: number; keep: boolean },
): Promise<number> {
  return page.evaluate(async ({ tab, text, times, keep }) => {
    const place = document.createElement('div')
    place.style.cssText = 'position: fixed; inset: 100px 0 0 200px; z-index: 1000'
    document.body.append(place)
    const size = globalThis.bench.streams[tab]?.size
    const terminal = new globalThis.Terminal({
      ...size,
      scrollback: 10_000,
      fontFamily: '"JetBrains Mono Variable", monospace',
      fontSize: 13,
      lineHeight: 1.15,
    })
    terminal.open(place)
    const bytes = new TextEncoder().encode(text)
    // As much at once as a tab is sent, and as much under way.
    const chunk = 64 * 1024
    const total = bytes.length * times
    const began = performance.now()
    await new Promise<void>((resolve) => {
      let sent = 0
      let parsed = 0
      const write = () => {
        while (sent < total && sent - parsed < 1024 * 1024) {
          const from = sent % bytes.length
          const part = bytes.slice(from, Math.min(from + chunk, bytes.length))
          sent += part.length
          terminal.write(part, () => {
            parsed += part.length
            if (parsed === total) resolve()
            else write()
          })
        }
      }
      write()
    })
    const took = performance.now() - began
    place.remove()
    if (keep) globalThis.bareTerminals.push(terminal)
    else terminal.dispose()
    return took
  }, work)
}

/**
 * Bytes a second of `cat` on a real SSH server until xterm has parsed them, against xterm alone with the same bytes in
 * the same page.
 */
export async function measureTerminalSpeed(lab: TerminalLab): Promise<Figure[]> {
  const { page, file, block, run, send, pause } = lab
  await pause(true)
  await loadBareXterm(page)
  // The terminal driver would make two bytes of each line end.
  await run(0, 'stty -opost')
  const cat = async () => {
    const done = page.evaluate(async (bytes) => {
      const { bench } = globalThis
      const [stream] = bench.streams
      const wanted = (stream?.parsed ?? 0) + bytes
      const began = performance.now()
      stream?.port.postMessage({ type: 'input', data: '\r' })
      return (await bench.parsed(() => stream !== undefined && stream.parsed >= wanted)) - began
    }, file.bytes)
    const took = await done
    await run(0, 'true')
    return took
  }
  const pairs: Round[] = []
  for (let round = 0; round <= rounds; round++) {
    await send(0, ` cat ${file.path}`)
    await page.waitForTimeout(500)
    const tab = await cat()
    const bare = await bareWrite(page, { tab: 0, text: block, times: file.bytes / block.length, keep: false })
    // The first warms both up.
    if (round > 0)
      pairs.push({
        measured: file.bytes / 2 ** 20 / (tab / 1000),
        against: file.bytes / 2 ** 20 / (bare / 1000),
      })
  }
  await run(0, 'stty opost')
  const own = median(pairs.map((pair) => pair.measured)).toFixed(1)
  const bare = median(pairs.map((pair) => pair.against)).toFixed(1)
  return [
    figureOf({
      name: 'Bytes a second of 50 MB from SSH to parsed, against xterm alone',
      rounds: pairs,
      aim: 0.9,
      isSpeed: true,
      detail: `${own} MB/s against ${bare} MB/s`,
    }),
  ]
}
