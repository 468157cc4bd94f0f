import { pathToFileURL } from 'node:url'
import { Terminal } from '@xterm/xterm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAsHosts } from '../../../../../../src/renderer/features/terminal/view/host-widths'
import { boundOutputCost } from '../../../../../../src/renderer/features/terminal/view/output-cost'
import { OutputText } from '../../../../../../src/renderer/features/terminal/view/output-text'
import { costlyOutput } from '../../../../../harness/costly-output'
import { countWork } from '../../../../../harness/output-work'

const size = { cols: 80, rows: 24 }
const options = { ...size, scrollback: 500, allowProposedApi: true }

const print = (terminal: Terminal, output: string | Uint8Array) =>
  new Promise<void>((resolve) => terminal.write(output, resolve))

const bounded = (): Terminal => {
  const terminal = new Terminal(options)
  boundOutputCost(terminal)
  return terminal
}

/** All that a terminal holds: letters, widths and colours of every cell, and what is wrapped. */
function pictureOf({ buffer }: Terminal): unknown {
  const { active, normal } = buffer
  const lines = Array.from({ length: active.length }, (_, row) => {
    const line = active.getLine(row)
    const cells = Array.from({ length: size.cols }, (_, column) => {
      const cell = line?.getCell(column)
      return `${cell?.getChars()}/${cell?.getWidth()}/${cell?.getFgColor()}/${cell?.getBgColor()}/${cell?.isUnderline()}`
    })
    return `${line?.isWrapped} ${cells.join(' ')}`
  })
  const { type, cursorX, cursorY, baseY, length } = active
  return { lines, type, cursorX, cursorY, baseY, length, normal: normal.length }
}

/** A sequence that moves, erases or repeats, with a count that may be absurd. */
const sequence = fc
  .tuple(
    fc.constantFrom(
      ...'@ABCDEFGHIJKLMPSTXZ`ade',
      ' @',
      ' A',
      "'}",
      "'~",
      'm',
      'r',
      '?25h',
      '4h',
      '4l',
      '?6h',
      '?7l',
    ),
    fc.option(fc.oneof(fc.nat(30), fc.constantFrom(0, 99, 999)), { nil: undefined }),
    fc.option(fc.nat(30), { nil: undefined }),
  )
  .map(([final, first, second]) => {
    const [, prefix = '', rest = ''] = /^(\??)(.*)$/.exec(final) ?? []
    if (/[hl]$/.test(rest)) return `\x1b[${prefix}${rest}`
    if (final === 'm') return `\x1b[${40 + ((first ?? 0) % 8)};${30 + ((second ?? 0) % 8)}m`
    return `\x1b[${first ?? ''}${second === undefined ? '' : `;${second}`}${rest}`
  })
const words = fc.constantFrom(
  'abc',
  'x',
  '\r\n',
  '\n',
  '\t',
  '漢字',
  'e\u0301',
  'a'.repeat(90),
  '\x1bM',
  '\x1b#8',
  '\x1b[?1049h',
  '\x1b[?1049l',
  'a\x1b[9b',
  '\x1b[4:3mu\x1b[m',
  '\x1b[0m',
)
const programs = fc
  .array(fc.oneof(words, sequence), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''))

describe('what is made cheap', () => {
  it('does what xterm does', async () => {
    // A second copy of the module: lines are changed for all terminals of the first.
    const file = pathToFileURL(new URL(import.meta.resolve('@xterm/xterm')).pathname.replace(/\.js$/, '.mjs'))
    const other: { Terminal: typeof Terminal } = await import(/* @vite-ignore */ `${file.href}?untouched`)
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        const [mine, theirs] = [bounded(), new other.Terminal(options)]
        await Promise.all([print(mine, program), print(theirs, program)])
        expect(pictureOf(mine)).toEqual(pictureOf(theirs))
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

/** What a byte of output may cost, in letters: line feeds alone cost ten. */
const mostWork = 25

/** How much work a piece of output is, printed again and again, in letters a byte. */
async function costOf(output: string): Promise<number> {
  const terminal = bounded()
  countAsHosts(terminal)
  await print(terminal, `${'x\r\n'.repeat(200)}\x1b[H`)
  const bytes = new TextEncoder().encode(output.repeat(Math.ceil(3_000 / output.length)))
  const { work, stop } = countWork(terminal)
  try {
    for (const slice of new OutputText().read(bytes)) await print(terminal, slice)
  } finally {
    stop()
  }
  return work.done / bytes.length
}

describe('what output costs', () => {
  it('is counted in letters', async () => {
    expect(await costOf('letters ')).toBeLessThan(1.5)
    expect(await costOf('\n')).toBeGreaterThan(3)
  })

  it.each(Object.entries(costlyOutput))('is bounded: %s', async (_, output) => {
    expect(await costOf(output)).toBeLessThan(mostWork)
  })

  it('is bounded, whatever is printed', async () => {
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        expect(await costOf(program)).toBeLessThan(mostWork)
      }),
      { numRuns: 200 },
    )
  })
})
