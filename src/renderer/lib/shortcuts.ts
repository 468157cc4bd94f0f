import { digitByPlace, letterByPlace, type PressedKey } from './key-place'

/** Keys by what they do; `keys` are alternatives; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
type Shortcuts = Readonly<Record<string, { keys: readonly string[]; does: string }>>

const inWindow = {
  palette: { keys: ['Mod+K'], does: 'Command palette: go to, do or find anything' },
  find: { keys: ['Mod+Shift+K'], does: 'Find a person' },
  help: { keys: ['F1', '?'], does: 'Keyboard shortcuts' },
  nextRegion: { keys: ['F6'], does: 'Next part of the window' },
  previousRegion: { keys: ['Shift+F6'], does: 'Previous part of the window' },
  showSessions: { keys: ['Mod+1'], does: 'Go to Sessions' },
  showLookup: { keys: ['Mod+2'], does: 'Go to Look up' },
  showScripts: { keys: ['Mod+3'], does: 'Go to Scripts' },
  showMachines: { keys: ['Mod+4'], does: 'Go to Machines' },
  showLog: { keys: ['Mod+5'], does: 'Go to Action log' },
  addAccount: { keys: ['Mod+N'], does: 'Add an account' },
  navigation: { keys: ['Mod+B'], does: 'Fold the navigation' },
  panelWidth: { keys: ['←', '→', 'Home', 'End'], does: 'Panel width (on a divider)' },
  settings: { keys: ['Mod+,'], does: 'Settings' },
  presentation: { keys: ['Mod+Shift+P'], does: 'Presentation mode: mask everything personal' },
  zoomIn: { keys: ['Mod+='], does: 'Zoom in' },
  zoomOut: { keys: ['Mod+-'], does: 'Zoom out' },
  zoomReset: { keys: ['Mod+0'], does: 'Reset zoom' },
  submit: { keys: ['Mod+Enter'], does: 'Confirm' },
  close: { keys: ['Esc'], does: 'Close the dialog, the details, or the search' },
} as const satisfies Shortcuts

const inLists = {
  search: { keys: ['/', 'Mod+F'], does: 'Search this section' },
  leaveSearch: { keys: ['↓'], does: 'From the search to the list' },
  move: { keys: ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End'], does: 'Move in the list' },
  open: { keys: ['Enter'], does: 'Open the details' },
  message: { keys: ['M'], does: 'Message the session' },
  disconnect: { keys: ['Del'], does: 'Disconnect the session' },
  select: { keys: ['Space'], does: 'Toggle selection' },
  extend: { keys: ['Shift+↑', 'Shift+↓'], does: 'Extend the selection' },
  skip: { keys: ['Mod+↑', 'Mod+↓'], does: 'Move and keep the selection' },
  selectAll: { keys: ['Mod+A'], does: 'Select all rows' },
  columnWidth: { keys: ['Shift+←', 'Shift+→'], does: 'Column width (on a header)' },
} as const satisfies Shortcuts

/** Every key that the window answers, once: what handles it, what a tooltip shows and what the settings list come from here. */
export const shortcuts = { ...inWindow, ...inLists }
/** The same by where they are pressed. */
export const shortcutGroups = [
  { place: 'Window', shortcuts: Object.values(inWindow) },
  { place: 'Lists', shortcuts: Object.values(inLists) },
] as const
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
