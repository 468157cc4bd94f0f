import { afterEach, describe, expect, it } from 'vitest'
import {
  canHave,
  chooseKeys,
  isPressed,
  type KeyPress,
  keysPressed,
  ownerOf,
  pressedOf,
  shortcuts,
} from '../../../../src/renderer/lib/shortcuts'

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('a shortcut', () => {
  it('is pressed with any of its keys, by their name or as the event calls them', () => {
    expect(isPressed('search', press('/'))).toBe(true)
    expect(isPressed('search', press('f', { ctrlKey: true }))).toBe(true)
    expect(isPressed('search', press('F', { metaKey: true }))).toBe(true)
    expect(isPressed('disconnect', press('Delete'))).toBe(true)
    expect(isPressed('close', press('Escape'))).toBe(true)
    expect(isPressed('select', press(' '))).toBe(true)
  })

  it('is not pressed without its modifier, nor with one that it does not name', () => {
    expect(isPressed('search', press('f'))).toBe(false)
    expect(isPressed('message', press('m', { ctrlKey: true }))).toBe(false)
    expect(isPressed('message', press('m', { altKey: true }))).toBe(false)
    expect(isPressed('columnWidth', press('ArrowLeft'))).toBe(false)
    expect(isPressed('columnWidth', press('ArrowLeft', { shiftKey: true }))).toBe(true)
  })

  it('is found on layouts where its key itself needs Shift', () => {
    expect(isPressed('search', press('/', { shiftKey: true }))).toBe(true)
    expect(isPressed('help', press('?', { shiftKey: true }))).toBe(true)
    expect(isPressed('search', press('?', { shiftKey: true }))).toBe(false)
  })

  it('is found by its place where the layout has the digit only with Shift, or another alphabet', () => {
    const ctrl = { ctrlKey: true }
    expect(isPressed('showLookup', press('é', { ...ctrl, code: 'Digit2' }))).toBe(true)
    expect(isPressed('showScripts', press('é', { ...ctrl, code: 'Digit2' }))).toBe(false)
    expect(isPressed('zoomReset', press('à', { ...ctrl, code: 'Digit0' }))).toBe(true)
    expect(isPressed('palette', press('л', { ...ctrl, code: 'KeyK' }))).toBe(true)
    expect(isPressed('message', press('ь', { code: 'KeyM' }))).toBe(true)
  })

  it('is the layout’s own letter or sign wherever that lies', () => {
    const ctrl = { ctrlKey: true }
    expect(isPressed('selectAll', press('a', { ...ctrl, code: 'KeyQ' }))).toBe(true)
    expect(isPressed('selectAll', press('q', { ...ctrl, code: 'KeyA' }))).toBe(false)
    expect(isPressed('zoomOut', press('-', { ...ctrl, code: 'Digit6' }))).toBe(true)
  })

  it('is told from the others of its place', () => {
    expect(pressedOf(['open', 'message'], press('m'))).toBe('message')
    expect(pressedOf(['open', 'message'], press('x'))).toBeUndefined()
  })
})

it('says each thing once, so that the settings list has no line twice', () => {
  const lines = Object.values(shortcuts).map(({ does }) => does)
  expect(new Set(lines).size).toBe(lines.length)
})

describe('keys of one’s own', () => {
  afterEach(() => chooseKeys({}))

  const written = (key: string, more: Partial<KeyPress> = {}) => keysPressed(press(key, more))

  it('are written as the table writes its own', () => {
    expect(written('j', { ctrlKey: true })).toBe('Mod+J')
    expect(written('J', { metaKey: true, shiftKey: true })).toBe('Mod+Shift+J')
    expect(written('ArrowUp', { altKey: true })).toBe('Alt+↑')
    expect(written('F7')).toBe('F7')
    expect(written('F7', { shiftKey: true })).toBe('Shift+F7')
    expect(written('?', { shiftKey: true })).toBe('?')
    expect(written('+', { ctrlKey: true })).toBe('Mod+=')
    expect(written('й', { ctrlKey: true, code: 'KeyQ' })).toBe('Mod+Q')
  })

  it('are none of those that mean something everywhere', () => {
    for (const key of ['Tab', 'Enter', 'Escape', ' ', 'ArrowDown', 'Control', 'Dead'])
      expect(written(key)).toBeNull()
  })

  it('are heard as they were pressed', () => {
    for (const [key, more] of [
      ['j', { ctrlKey: true }],
      ['J', { ctrlKey: true, shiftKey: true }],
      ['ArrowUp', { altKey: true }],
      ['F7', { shiftKey: true }],
      ['?', { shiftKey: true }],
      ['+', { ctrlKey: true }],
      ['2', { altKey: true, code: 'Digit2' }],
    ] as const) {
      chooseKeys({ find: written(key, more) ?? undefined })
      expect(isPressed('find', press(key, more))).toBe(true)
    }
  })

  it('are not another shortcut’s, and type nothing in the whole window', () => {
    expect(ownerOf('Mod+B', 'find')).toBe('navigation')
    expect(ownerOf('Mod+B', 'navigation')).toBeUndefined()
    expect(canHave('find', 'J')).toBe(false)
    expect(canHave('message', 'J')).toBe(true)
    expect(canHave('find', 'Alt+J')).toBe(true)
  })

  it('leave alone what is the same in every list', () => {
    chooseKeys({ move: 'Mod+J' })
    expect(isPressed('move', press('ArrowDown'))).toBe(true)
  })
})
