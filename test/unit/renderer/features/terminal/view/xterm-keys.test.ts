import { describe, expect, it } from 'vitest'
import { xtermKey } from '../../../../../../src/renderer/features/terminal/view/xterm-keys'

const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false }
/** `Ctrl+Alt+2 Digit2`: modifiers and key, then the key's place. */
const pressOf = (written: string) => {
  const [keys = '', code = ''] = written.split(' ')
  const parts = keys.split('+')
  return {
    ...none,
    key: (parts.at(-1) ?? '').replace('Space', ' '),
    code,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
  }
}
const usual = { optionTypes: false, altGraph: false }

// What xterm 379 sent for each, asked with xdotool.
it.each([
  ['Ctrl+/ Slash', '\x1f'],
  ['Ctrl+2 Digit2', '\x00'],
  ['Ctrl+3 Digit3', '\x1b'],
  ['Ctrl+4 Digit4', '\x1c'],
  ['Ctrl+5 Digit5', '\x1d'],
  ['Ctrl+6 Digit6', '\x1e'],
  ['Ctrl+7 Digit7', '\x1f'],
  ['Ctrl+8 Digit8', '\x7f'],
  ['Ctrl+Shift+@ Digit2', '\x00'],
  ['Ctrl+Shift+^ Digit6', '\x1e'],
  ['Ctrl+Shift+_ Minus', '\x1f'],
  ['Ctrl+Shift+? Slash', '\x7f'],
  ['Ctrl+Space Space', '\x00'],
  ['Ctrl+Shift+Space Space', '\x00'],
  ['Ctrl+Shift+X KeyX', '\x18'],
  ['Ctrl+[ BracketLeft', '\x1b'],
  ['Ctrl+\\ Backslash', '\x1c'],
  ['Ctrl+] BracketRight', '\x1d'],
  ['Ctrl+Shift+{ BracketLeft', '\x1b'],
  ['Ctrl+Shift+| Backslash', '\x1c'],
  ['Ctrl+Shift+~ Backquote', '\x1e'],
  ['Alt+PageUp PageUp', '\x1b[5;3~'],
  ['Alt+PageDown PageDown', '\x1b[6;3~'],
  ['Ctrl+Alt+PageUp PageUp', '\x1b[5;7~'],
  ['Alt+Insert Insert', '\x1b[2;3~'],
  ['Ctrl+Alt+Insert Insert', '\x1b[2;7~'],
  ['Alt+/ Slash', '\x1b/'],
  ['Alt+Shift+> Period', '\x1b>'],
  ['Alt+2 Digit2', '\x1b2'],
  ['Alt+Shift+@ Digit2', '\x1b@'],
  ['Alt+Space Space', '\x1b '],
  ['Ctrl+Alt+/ Slash', '\x1b\x1f'],
  ['Ctrl+Alt+2 Digit2', '\x1b\x00'],
  ['Ctrl+Alt+Space Space', '\x1b\x00'],
  ['F13 F13', '\x1b[25~'],
  ['F20 F20', '\x1b[34~'],
  ['Clear Numpad5', '\x1b[E'],
  ['Ctrl+Clear Numpad5', '\x1b[1;5E'],
])('sends what xterm sends for %s', (written, sequence) => {
  expect(xtermKey(pressOf(written), usual)).toBe(sequence)
})

describe('a keyboard that is not American', () => {
  it('has its own characters with Alt and Ctrl', () => {
    expect(xtermKey(pressOf('Alt+Shift+/ Digit7'), usual)).toBe('\x1b/')
    expect(xtermKey(pressOf('Alt+ü BracketLeft'), usual)).toBe('\x1bü')
    expect(xtermKey(pressOf('Ctrl+Shift+/ Digit7'), usual)).toBe('\x1f')
    expect(xtermKey(pressOf('Ctrl+Shift+Ч KeyX'), usual)).toBe('\x18')
    expect(xtermKey(pressOf('Ctrl+Shift+< KeyW'), usual)).toBeNull()
  })

  it('types with AltGr, and with a Mac’s Option', () => {
    expect(xtermKey(pressOf('Ctrl+Alt+{ Digit7'), { ...usual, altGraph: true })).toBeNull()
    expect(xtermKey(pressOf('Alt+| Digit7'), { ...usual, optionTypes: true })).toBeNull()
  })
})

it.each([
  'a KeyA',
  '/ Slash',
  'Shift+A KeyA',
  'Ctrl+c KeyC',
  'Alt+f KeyF',
  'Ctrl+Alt+a KeyA',
  'PageUp PageUp',
])('leaves %s to the emulator', (written) => {
  expect(xtermKey(pressOf(written), usual)).toBeNull()
})

it.each([
  'Shift+PageUp PageUp',
  'Shift+Insert Insert',
  'Ctrl+1 Digit1',
  'Ctrl+, Comma',
  'Meta+/ Slash',
  'Dead BracketLeft',
])('sends nothing of its own for %s', (written) => {
  expect(xtermKey(pressOf(written), usual)).toBeNull()
})
