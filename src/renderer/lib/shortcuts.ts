import { shortcutsText } from '../../shared/text/shortcuts'
import { digitByPlace, letterByPlace, type PressedKey } from './key-place'

type Name = Exclude<keyof typeof shortcutsText, 'inWindow' | 'inLists'>

/** Keys that somebody chose instead of ours, by the shortcut. */
let chosen: Readonly<Partial<Record<string, string>>> = {}

/** Has these shortcuts answer other keys from now on; whoever shows keys draws them again. */
export function chooseKeys(keys: typeof chosen): void {
  chosen = keys
}

/** What keys do; `keys` are alternatives; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
const shortcut = (id: Name, first: readonly string[], isFixed = false) => ({
  id,
  /** Whether nobody can choose other keys: these are what such a part of a window answers everywhere. */
  isFixed,
  get keys(): readonly string[] {
    const own = isFixed ? undefined : chosen[id]
    return own === undefined ? first : [own]
  },
  get does() {
    return shortcutsText[id]
  },
})

const fixed = (id: Name, keys: readonly string[]) => shortcut(id, keys, true)

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
  savedView: fixed('savedView', ['Mod+6', 'Mod+7', 'Mod+8', 'Mod+9']),
  back: shortcut('back', ['Alt+←', 'Mod+[']),
  forward: shortcut('forward', ['Alt+→', 'Mod+]']),
  addAccount: shortcut('addAccount', ['Mod+N']),
  navigation: shortcut('navigation', ['Mod+B']),
  panelWidth: fixed('panelWidth', ['←', '→', 'Home', 'End']),
  settings: shortcut('settings', ['Mod+,']),
  presentation: shortcut('presentation', ['Mod+Shift+P']),
  zoomIn: shortcut('zoomIn', ['Mod+=']),
  zoomOut: shortcut('zoomOut', ['Mod+-']),
  zoomReset: shortcut('zoomReset', ['Mod+0']),
  submit: fixed('submit', ['Mod+Enter']),
  close: fixed('close', ['Esc']),
}

const inLists = {
  search: shortcut('search', ['/', 'Mod+F']),
  leaveSearch: fixed('leaveSearch', ['↓']),
  move: fixed('move', ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End']),
  open: fixed('open', ['Enter']),
  message: shortcut('message', ['M']),
  disconnect: shortcut('disconnect', ['Del']),
  select: fixed('select', ['Space']),
  extend: fixed('extend', ['Shift+↑', 'Shift+↓']),
  skip: fixed('skip', ['Mod+↑', 'Mod+↓']),
  selectAll: fixed('selectAll', ['Mod+A']),
  copyRow: shortcut('copyRow', ['Mod+C']),
  columnWidth: fixed('columnWidth', ['Shift+←', 'Shift+→']),
  columnMenu: fixed('columnMenu', ['Alt+↓']),
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

const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[]

/** A button's shortcut: one of the window's by its name, or the keys themselves (a terminal's). */
export type ShortcutHint = ShortcutId | { readonly keys: string }

/** The shortcut as a tooltip shows it. */
export const keysOf = (hint: ShortcutHint): string =>
  typeof hint === 'string' ? (shortcuts[hint].keys[0] ?? '') : hint.keys

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

/**
 * Which of a shortcut's alternatives a key press is, from 0; -1 where it is none. Shift counts only where it is named: on many
 * layouts `/` itself needs it.
 */
export const pressedKeysOf = (id: ShortcutId, press: KeyPress): number => {
  if (isListening) return -1
  const names = pressedNames(press)
  return shortcuts[id].keys.findIndex((keys) => {
    const parts = keys.split('+')
    const key = parts.at(-1) ?? ''
    return (
      names.includes((eventNames[key] ?? key).toLowerCase()) &&
      parts.includes('Mod') === (press.ctrlKey || press.metaKey) &&
      (!parts.includes('Shift') || press.shiftKey) &&
      parts.includes('Alt') === press.altKey
    )
  })
}

/** Whether a key press is this shortcut. */
export const isPressed = (id: ShortcutId, press: KeyPress): boolean => pressedKeysOf(id, press) >= 0

/** The first of these shortcuts that a key press is; `undefined` where it is none of them. */
export const pressedOf = <I extends ShortcutId>(ids: readonly I[], press: KeyPress): I | undefined =>
  ids.find((id) => isPressed(id, press))

/** While new keys are pressed for a shortcut, none does what it usually does. */
let isListening = false

/** Whether the next keys are to be taken down instead of answered. */
export function listenForKeys(isOn: boolean): void {
  isListening = isOn
}

/** Keys that move, confirm or type wherever they are pressed alone. */
const reserved: ReadonlySet<string> = new Set([
  'Tab',
  'Enter',
  'Escape',
  ' ',
  'Backspace',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

const modifierKeys: ReadonlySet<string> = new Set([
  'Control',
  'Meta',
  'Alt',
  'Shift',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
])

/** A key press as a shortcut is written; `null` for modifiers alone, and for keys that mean something everywhere. */
export function keysPressed(press: KeyPress): string | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (modifierKeys.has(key)) return null
  const hasModifier = ctrlKey || metaKey || altKey
  if (!hasModifier && (reserved.has(key) || key.startsWith('Arrow'))) return null
  const named = Object.entries(eventNames).find(([, name]) => name === key)?.[0]
  const letter = letterByPlace(press) ?? digitByPlace(press) ?? (key === '+' ? '=' : key)
  const name = named ?? (letter.length === 1 ? letter.toUpperCase() : letter)
  // What needs Shift to be typed at all, such as `?`, has it in itself.
  const isShifted = shiftKey && (named !== undefined || /^(?:[A-Z0-9]|F\d+|\w{2,})$/.test(name))
  const held = [(ctrlKey || metaKey) && 'Mod', altKey && 'Alt', isShifted && 'Shift']
  return [...held.filter(Boolean), name].join('+')
}

/** Whether these keys would be heard wherever a shortcut holds: in the whole window only those that type nothing. */
export const canHave = (id: ShortcutId, keys: string): boolean =>
  id in inLists || /(?:Mod|Alt)\+/.test(keys) || /^(?:Shift\+)?F\d+$/.test(keys)

/** The shortcut that has these keys already, besides `id`. */
export const ownerOf = (keys: string, id: ShortcutId): ShortcutId | undefined =>
  shortcutIds.find((other) => other !== id && shortcuts[other].keys.includes(keys))
