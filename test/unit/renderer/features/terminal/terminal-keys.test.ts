import { describe, expect, it } from 'vitest'
import {
  commandOf,
  copiesSelection,
  type KeyPress,
  shortcutOf,
  terminalCommands,
} from '../../../../../src/renderer/features/terminal/terminal-keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...held,
})
const ctrl = { ctrlKey: true }
const ctrlShift = { ctrlKey: true, shiftKey: true }

describe('commandOf', () => {
  it('leaves a shell every Ctrl+letter, every plain key, the function keys and all of Alt', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const names = ['Tab', 'Escape', 'Enter', 'F1', 'F6', 'F12', 'PageUp', 'ArrowLeft', 'Insert']
    for (const onMac of [true, false]) {
      for (const key of letters) {
        expect(commandOf(press(key, ctrl), onMac)).toBeNull()
        expect(commandOf(press(key, { altKey: true }), onMac)).toBeNull()
      }
      for (const key of [...letters, ...names]) expect(commandOf(press(key), onMac)).toBeNull()
    }
    expect(commandOf(press('T', { ...ctrlShift, altKey: true }), false)).toBeNull()
  })

  it('finds its letters by their place on a keyboard of another alphabet, and leaves the shell its own', () => {
    expect(commandOf(press('Е', { ...ctrlShift, code: 'KeyT' }), false)).toBe('new-tab')
    expect(commandOf(press('е', { ...ctrl, code: 'KeyT' }), false)).toBeNull()
    expect(commandOf(press('&', { ...ctrl, code: 'Digit1' }), false)).toBeNull()
    expect(commandOf(press('-', { ...ctrl, code: 'Digit6' }), false)).toBe('zoom-out')
  })

  it('knows the shortcuts of each system', () => {
    expect(commandOf(press('T', ctrlShift), false)).toBe('new-tab')
    expect(commandOf(press('t', { metaKey: true }), true)).toBe('new-tab')
    expect(commandOf(press('t', { metaKey: true }), false)).toBeNull()
    expect(commandOf(press('PageDown', ctrl), false)).toBe('next-tab')
    expect(commandOf(press('Insert', { shiftKey: true }), false)).toBe('paste')
  })

  it('knows signs by their place, whatever the layout puts there', () => {
    expect(commandOf(press('^', { ...ctrl, code: 'Backquote' }), false)).toBe('toggle-panel')
    expect(commandOf(press('}', { ...ctrlShift, code: 'BracketRight' }), false)).toBe('next-pane')
    expect(commandOf(press('+', { ...ctrlShift, code: 'Equal' }), false)).toBe('zoom-in')
  })
})

it('shows a shortcut for every command, each its own', () => {
  for (const onMac of [true, false]) {
    const shown = terminalCommands.map((command) => shortcutOf(command, onMac))
    expect(shown).not.toContain('')
    expect(new Set(shown).size).toBe(shown.length)
  }
})

it('copies by Ctrl+C on Windows only, and by that alone', () => {
  const key = press('c', { ...ctrl, code: 'KeyC' })
  expect(copiesSelection(key, true)).toBe(true)
  expect(copiesSelection(key, false)).toBe(false)
  for (const other of [{ shiftKey: true }, { altKey: true }, { metaKey: true }, { ctrlKey: false }])
    expect(copiesSelection({ ...key, ...other }, true)).toBe(false)
})
