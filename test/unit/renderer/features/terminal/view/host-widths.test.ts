import { Terminal } from '@xterm/xterm'
import { expect, it } from 'vitest'
import { countAsHosts, isJoined } from '../../../../../../src/renderer/features/terminal/view/host-widths'

/** How many cells a text takes. */
async function cellsOf(text: string): Promise<number> {
  const terminal = new Terminal({ cols: 100, rows: 2, allowProposedApi: true })
  countAsHosts(terminal)
  await new Promise<void>((resolve) => terminal.write(text, resolve))
  return terminal.buffer.active.cursorX
}

it.each([
  ['a', 1],
  ['é', 1],
  ['e\u0301', 1],
  ['漢', 2],
  ['ｱ', 1],
  ['한', 2],
  ['─', 1],
  ['✓', 1],
  ['😀', 2],
  ['🫠', 2],
  ['🥹', 2],
  ['🩷', 2],
  ['🪿', 2],
  ['𗀀', 2],
  ['䷀', 2],
  // As hosts count them, a code point at a time.
  ['👍🏽', 4],
  ['👩‍👧', 4],
  ['🇩🇪', 2],
  ['❤\ufe0f', 1],
])('%s takes %i cells', async (text, cells) => {
  expect(await cellsOf(text)).toBe(cells)
})

it('knows what goes with the character before', () => {
  for (const mark of ['\u0301', '\u200d', '\ufe0f', '\u{1cf00}', '\u{e0100}'])
    expect(isJoined(mark.codePointAt(0) ?? 0)).toBe(true)
  for (const character of ['a', '漢', '🫠', '\u00ad'])
    expect(isJoined(character.codePointAt(0) ?? 0)).toBe(false)
})
