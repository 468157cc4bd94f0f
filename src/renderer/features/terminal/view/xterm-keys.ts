import { letterByPlace } from '../../../lib/key-place'

/** The parts of a key press that decide. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

const esc = '\x1b'
const del = '\x7f'

/** Control characters that keyboards have beside those of `@` to `~`. */
const controls: Readonly<Record<string, string>> = {
  '2': '\x00',
  '3': esc,
  '4': '\x1c',
  '5': '\x1d',
  '6': '\x1e',
  '7': '\x1f',
  '8': del,
  '/': '\x1f',
  '?': del,
  ' ': '\x00',
}

/** Numbers of keys that are written `ESC [ number ~`, and of which the emulator forgets Alt. */
const editing: Readonly<Record<string, number>> = { Insert: 2, PageUp: 5, PageDown: 6 }
/** Those of keys that it does not know. */
const functions: Readonly<Record<string, number>> = {
  F13: 25,
  F14: 26,
  F15: 28,
  F16: 29,
  F17: 31,
  F18: 32,
  F19: 33,
  F20: 34,
}

/** What Ctrl makes of a character; `null` where it makes nothing of it. */
function controlled(character: string): string | null {
  const control = controls[character]
  if (control !== undefined) return control
  const code = character.charCodeAt(0)
  return code >= 0x40 && code <= 0x7e ? String.fromCharCode(code & 0x1f) : null
}

/**
 * What xterm sends for a key of which our emulator sends nothing, or something else; `null` leaves the key to it. The
 * emulator knows letters, arrows and the function keys, but takes every keyboard for an American one, and forgets Alt or
 * Shift with some keys.
 *
 * @param keyboard optionTypes: Alt is a Mac's Option and types characters. altGraph: Ctrl and Alt together are AltGr,
 *   which types characters too
 */
export function xtermKey(
  press: KeyPress,
  keyboard: { optionTypes: boolean; altGraph: boolean },
): string | null {
  const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta } = press
  if (meta || keyboard.altGraph) return null
  const modifiers = 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (ctrl ? 4 : 0)
  // With Shift they scroll and paste.
  if (editing[key]) return alt && !shift ? `${esc}[${editing[key]};${modifiers}~` : null
  if (functions[key]) return `${esc}[${functions[key]}${modifiers === 1 ? '' : `;${modifiers}`}~`
  // The 5 of the keypad, while it does not count.
  if (key === 'Clear') return modifiers === 1 ? `${esc}[E` : `${esc}[1;${modifiers}E`
  if (key.length !== 1 || (alt && keyboard.optionTypes)) return null
  const letter = /^[A-Za-z]$/.test(key) ? key : letterByPlace(press)
  if (ctrl) {
    // Of letters the emulator misses Shift alone.
    if (letter && (!shift || alt)) return null
    const control = controlled(letter ?? key)
    return control === null ? null : `${alt ? esc : ''}${control}`
  }
  return alt && !letter ? `${esc}${key}` : null
}
