import { Terminal } from '@xterm/xterm'
import { beforeEach, describe, expect, it } from 'vitest'
import { modesReset, terminalReset } from '../../../src/shared/terminal-reset'

let terminal: Terminal
let titles: string[]

beforeEach(() => {
  terminal = new Terminal({ cols: 40, rows: 10, allowProposedApi: true })
  titles = []
  terminal.onTitleChange((title) => titles.push(title))
})

const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve))
const rows = () =>
  Array.from({ length: terminal.buffer.active.length }, (_, row) =>
    terminal.buffer.active.getLine(row)?.translateToString(true),
  )

/** All that a program can leave behind. */
const leftovers = [
  '\x1b[?1h\x1b=\x1b[?6h\x1b[?7l\x1b[?12h\x1b[?25l\x1b[?45h\x1b[?66h',
  '\x1b[?1003h\x1b[?1006h\x1b[?1004h\x1b[?2004h\x1b[?2026h',
  '\x1b[4h\x1b[20h\x1b[3;7r\x1b(0\x1b)0\x0e\x1b[1;4;31;44m\x1b[5 q',
  '\x1b]0;their title\x07\x1b]8;;https://left.example/\x07\x1b[3g',
].join('')

describe.each([
  ['on the first screen', ''],
  ['on the screen of a full-screen program', '\x1b[?1049h'],
  ['on the second screen of an old program', '\x1b7\x1b[?47h'],
  ['in the middle of a sequence', '\x1b[38;5'],
  ['in the middle of a command string', '\x1b]0;never ended'],
  ['in the middle of a device string', '\x1bPq#0;2;0'],
])('a terminal that was left %s', (_, last) => {
  beforeEach(async () => {
    await print(`before\r\n$ vim`)
    await print(`${leftovers}picture${last}`)
    await print(terminalReset)
  })

  it('has the modes of a new one', () => {
    expect(terminal.modes).toEqual(new Terminal({ allowProposedApi: true }).modes)
    expect(terminal.buffer.active.type).toBe('normal')
  })

  it('prints as a new one does, below what was printed', async () => {
    const { active } = terminal.buffer
    expect(active.cursorX).toBe(0)
    const row = active.baseY + active.cursorY
    await print('lqx\tend\r\n12\n3')
    expect(rows().slice(row)).toEqual(
      ['lqx     end', '12', '  3', ...Array(terminal.rows).fill('')].slice(0, active.length - row),
    )
    const cell = active.getLine(row)?.getCell(0)
    expect([cell?.isFgDefault(), cell?.isBgDefault(), cell?.isBold(), cell?.isUnderline()]).toEqual([
      true,
      true,
      0,
      0,
    ])
  })

  it('keeps what was printed before, and has no title', () => {
    expect(rows()).toContain('before')
    expect(titles.at(-1)).toBe('')
  })
})

it('moves no cursor and takes no line where only the modes are put back', async () => {
  await print('one\r\ntwo\x1b[1;2H')
  await print(leftovers.replace('\x1b[3;7r', '').replace('\x1b[?6h', ''))
  const before = [rows(), terminal.buffer.active.cursorX, terminal.buffer.active.cursorY]
  await print(modesReset)
  expect([rows(), terminal.buffer.active.cursorX, terminal.buffer.active.cursorY]).toEqual(before)
  expect(terminal.modes.mouseTrackingMode).toBe('none')
  expect(terminal.modes.applicationCursorKeysMode).toBe(false)
})

it('stays the same however often it is put back', async () => {
  await print('one\r\n')
  await print(terminalReset)
  const { length } = rows().filter((row) => row === 'one')
  expect(length).toBe(1)
  expect(terminal.modes).toEqual(new Terminal({ allowProposedApi: true }).modes)
})
