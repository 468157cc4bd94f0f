import { shortcutsText } from '../../shared/text/shortcuts'
import { digitByPlace, letterByPlace, type PressedKey } from './key-place'

/** What keys do; `keys` are alternatives; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
const shortcut = <const K extends readonly string[]>(id: keyof typeof shortcutsText, keys: K) => ({
  keys,
  get does() {
    return shortcutsText[id]
  },
})

const inWindow = {
  palette: shortcut('palette', ['Mod+K']),
  find: shortcut('find', ['Mod+Shift+K']),
  help: shortcut('help', ['F1', '?']),
  nextRegion: shortcut('nextRegion', ['F6']),
  previousRegion: shortcut('previousRegion', ['Shift+F6']),
  showSessions: shortcut('showSessions', ['Mod+1']),
  showLookup: shortcut('showLookup', ['Mod+2']),
  showScripts: shortcut('showScripts', ['Mod+3']),
  showMachines: shortcut('showMachines', ['Mod+4']),
  showLog: shortcut('showLog', ['Mod+5']),
  addAccount: shortcut('addAccount', ['Mod+N']),
  navigation: shortcut('navigation', ['Mod+B']),
  panelWidth: shortcut('panelWidth', ['←', '→', 'Home', 'End']),
  settings: shortcut('settings', ['Mod+,']),
  presentation: shortcut('presentation', ['Mod+Shift+P']),
  zoomIn: shortcut('zoomIn', ['Mod+=']),
  zoomOut: shortcut('zoomOut', ['Mod+-']),
  zoomReset: shortcut('zoomReset', ['Mod+0']),
  submit: shortcut('submit', ['Mod+Enter']),
  close: shortcut('close', ['Esc']),
}

const inLists = {
  search: shortcut('search', ['/', 'Mod+F']),
  leaveSearch: shortcut('leaveSearch', ['↓']),
  move: shortcut('move', ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End']),
  open: shortcut('open', ['Enter']),
  message: shortcut('message', ['M']),
  disconnect: shortcut('disconnect', ['Del']),
  select: shortcut('select', ['Space']),
  extend: shortcut('extend', ['Shift+↑', 'Shift+↓']),
  skip: shortcut('skip', ['Mod+↑', 'Mod+↓']),
  selectAll: shortcut('selectAll', ['Mod+A']),
  columnWidth: shortcut('columnWidth', ['Shift+←', 'Shift+→']),
}

/** Every key that the window answers, once: what handles it, what a tooltip shows and what the settings list come from here. */
export const shortcuts = { ...inWindow, ...inLists }
/** The same by where they are pressed. */
export const shortcutGroups = [
  {
    get place() {
      return shortcutsText.inWindow
    },
    shortcuts: Object.values(inWindow),
  },
  {
    get place() {
      return shortcutsText.inLists
    },
    shortcuts: Object.values(inLists),
  },
]
export type ShortcutId = keyof typeof shortcuts

/** A button's shortcut: one of the window's by its name, or the keys themselves (a terminal's). */
export type ShortcutHint = ShortcutId | { readonly keys: string }

/** The shortcut as a tooltip shows it. */
export const keysOf = (hint: ShortcutHint): string =>
  typeof hint === 'string' ? shortcuts[hint].keys[0] : hint.keys

/** A key press: the part of a keyboard event that matters. */
export type KeyPress = PressedKey & Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Keys whose event calls them otherwise than people do. */
const eventNames: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Space: ' ',
  Esc: 'Escape',
  Del: 'Delete',
}

/** What the key may be called. `+` is where `=` is on most layouts, and both mean "more". */
const pressedNames = (press: KeyPress): readonly string[] => [
  press.key === '+' ? '=' : press.key.toLowerCase(),
  (digitByPlace(press) ?? letterByPlace(press) ?? press.key).toLowerCase(),
]

/** Whether a key press is this shortcut. Shift counts only where it is named: on many layouts `/` itself needs it. */
export const isPressed = (id: ShortcutId, press: KeyPress): boolean => {
  const names = pressedNames(press)
  return shortcuts[id].keys.some((keys) => {
    const parts: readonly string[] = keys.split('+')
    const key = parts.at(-1) ?? ''
    return (
      names.includes((eventNames[key] ?? key).toLowerCase()) &&
      parts.includes('Mod') === (press.ctrlKey || press.metaKey) &&
      (!parts.includes('Shift') || press.shiftKey) &&
      !press.altKey
    )
  })
}

/** The first of these shortcuts that a key press is; `undefined` where it is none of them. */
export const pressedOf = <I extends ShortcutId>(ids: readonly I[], press: KeyPress): I | undefined =>
  ids.find((id) => isPressed(id, press))
