import { Terminal } from '@xterm/xterm'
import { beforeEach, describe, expect, it } from 'vitest'
import { clearAbove, PromptRows } from '../../../../../../src/renderer/features/terminal/view/prompt-rows'

let terminal: Terminal
let prompt: PromptRows

beforeEach(() => {
  terminal = new Terminal({ cols: 40, rows: 20, allowProposedApi: true })
  prompt = new PromptRows(terminal)
})

const print = (text: string) => new Promise<void>((resolve) => terminal.write(text, resolve))
/** A shell echoes the command, prints its output and its prompt. */
const run = async (command: string, output: string, ps1: string) => {
  for (const key of command) {
    terminal.input(key)
    await print(key)
  }
  terminal.input('\r')
  await print(`\r\n${output}${ps1}`)
}

it('keeps one line too many of a prompt that nothing is known of', async () => {
  await print('Welcome!\r\n$ ')
  expect(prompt.count).toBe(2)
})

it('learns a prompt of one row from a command that prints nothing', async () => {
  await print('Welcome!\r\n$ ')
  await run('cd', '', '$ ')
  expect(prompt.count).toBe(1)
  await run('seq 5', '1\r\n2\r\n3\r\n4\r\n5\r\n', '$ ')
  expect(prompt.count).toBe(1)
})

it('learns a prompt of two rows, also one that was just set', async () => {
  await print('$ ')
  await run('cd', '', '$ ')
  await run('cd', '', '$ ')
  await run('PS1=…', '', '~/src\r\n❯ ')
  expect(prompt.count).toBe(2)
  await run('cd a', '', '~/src/a\r\n❯ ')
  await run('seq 5', '1\r\n2\r\n3\r\n4\r\n5\r\n', '~/src/a\r\n❯ ')
  expect(prompt.count).toBe(2)
})

it('counts a command that goes on in the next row as one row', async () => {
  await print('~\r\n$ ')
  await run('cd', '', '~\r\n$ ')
  await run('cd', '', '~\r\n$ ')
  const long = 'x'.repeat(60)
  for (const key of long) {
    terminal.input(key)
    await print(key)
  }
  expect(prompt.count).toBe(2)
})

it('believes a shell that marks its prompts', async () => {
  await print('$ ')
  await run('cd', '', '\x1b]133;A\x07one\r\ntwo\r\nthree$ ')
  expect(prompt.count).toBe(3)
  await run('seq 3', '1\r\n2\r\n3\r\n', '\x1b]133;A\x07one\r\ntwo\r\nthree$ ')
  expect(prompt.count).toBe(3)
})

it('is not misled by what a terminal answers by itself', async () => {
  await print('$ ')
  await run('cd', '', '$ ')
  await print('\x1b[c')
  await run('cd', '', '$ ')
  expect(prompt.count).toBe(1)
})

it('leaves no more than two marks behind', async () => {
  await print('$ ')
  for (let commands = 0; commands < 20; commands += 1) await run('cd', '', '\x1b]133;A\x07$ ')
  expect(terminal.markers.length).toBeLessThanOrEqual(2)
})

describe('clearing', () => {
  const rows = () =>
    Array.from({ length: terminal.buffer.active.length }, (_, row) =>
      terminal.buffer.active.getLine(row)?.translateToString(true),
    )
      .join('\n')
      .trimEnd()

  it('leaves the prompt, with its cursor where it was', async () => {
    await print(`${'gone\r\n'.repeat(100)}~/src\r\n❯ ab\b`)
    clearAbove(terminal, 2)
    await print('')
    expect(rows()).toBe('~/src\n❯ ab')
    expect(terminal.buffer.active).toMatchObject({ cursorX: 3, cursorY: 1, baseY: 0 })
    await print('!')
    expect(rows()).toBe('~/src\n❯ a!')
  })

  it('leaves a command whole that goes on in the next row', async () => {
    await print(`gone\r\n$ ${'x'.repeat(50)}`)
    clearAbove(terminal, 1)
    await print('')
    expect(rows()).toBe(`$ ${'x'.repeat(38)}\n${'x'.repeat(12)}`)
  })

  it('takes nothing where the prompt is at the top', async () => {
    await print('~\r\n$ ')
    clearAbove(terminal, 2)
    await print('')
    expect(rows()).toBe('~\n$')
  })

  it('leaves a full-screen program its screen', async () => {
    await print('\x1b[?1049h\x1b[5;1Hpicture')
    clearAbove(terminal, 1)
    await print('')
    expect(rows()).toContain('picture')
  })
})
