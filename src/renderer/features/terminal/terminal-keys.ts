import { letterByPlace } from '../../lib/key-place'

/** The commands of keys in a terminal; all the other keys are the remote program's. */
export const terminalCommands = [
  'toggle-panel',
  'maximise',
  'new-tab',
  'close-pane',
  'split-right',
  'split-down',
  'next-tab',
  'previous-tab',
  'move-tab-right',
  'move-tab-left',
  'next-pane',
  'previous-pane',
  'find',
  'copy',
  'paste',
  'select-all',
  'clear',
  'reset',
  'save-output',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'leave',
] as const
export type TerminalCommand = (typeof terminalCommands)[number]

/** The parts of a key press that decide. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>

/**
 * Shortcuts as `Mod+Shift+T` is written elsewhere, alternatives in order; the first is the one that menus show. A shell
 * owns every Ctrl+letter, so ours have Shift with it; on a Mac they have Cmd, which no shell sees.
 */
const elsewhere: Readonly<Record<TerminalCommand, readonly string[]>> = {
  'toggle-panel': ['Ctrl+`'],
  maximise: ['Ctrl+Shift+M'],
  'new-tab': ['Ctrl+Shift+T'],
  'close-pane': ['Ctrl+Shift+W'],
  'split-right': ['Ctrl+Shift+D'],
  'split-down': ['Ctrl+Shift+E'],
  'next-tab': ['Ctrl+PageDown', 'Ctrl+Tab'],
  'previous-tab': ['Ctrl+PageUp', 'Ctrl+Shift+Tab'],
  'move-tab-right': ['Ctrl+Shift+PageDown'],
  'move-tab-left': ['Ctrl+Shift+PageUp'],
  'next-pane': ['Ctrl+Shift+]'],
  'previous-pane': ['Ctrl+Shift+['],
  find: ['Ctrl+Shift+F'],
  copy: ['Ctrl+Shift+C', 'Ctrl+Insert'],
  paste: ['Ctrl+Shift+V', 'Shift+Insert'],
  'select-all': ['Ctrl+Shift+A'],
  clear: ['Ctrl+Shift+K'],
  reset: ['Ctrl+Shift+R'],
  'save-output': ['Ctrl+Shift+S'],
  'zoom-in': ['Ctrl+=', 'Ctrl+Shift+='],
  'zoom-out': ['Ctrl+-'],
  'zoom-reset': ['Ctrl+0'],
  leave: ['Ctrl+Shift+F6'],
}

const mac: Readonly<Record<TerminalCommand, readonly string[]>> = {
  ...elsewhere,
  maximise: ['Cmd+Shift+Enter'],
  'new-tab': ['Cmd+T'],
  'close-pane': ['Cmd+W'],
  'split-right': ['Cmd+D'],
  'split-down': ['Cmd+Shift+D'],
  'next-tab': ['Cmd+Shift+]', 'Ctrl+PageDown', 'Ctrl+Tab'],
  'previous-tab': ['Cmd+Shift+[', 'Ctrl+PageUp', 'Ctrl+Shift+Tab'],
  'next-pane': ['Cmd+]'],
  'previous-pane': ['Cmd+['],
  find: ['Cmd+F'],
  copy: ['Cmd+C'],
  paste: ['Cmd+V'],
  'select-all': ['Cmd+A'],
  clear: ['Cmd+K'],
  reset: ['Cmd+Shift+R'],
  'save-output': ['Cmd+S'],
  'zoom-in': ['Cmd+=', 'Cmd+Shift+='],
  'zoom-out': ['Cmd+-'],
  'zoom-reset': ['Cmd+0'],
}

/** Keys whose character depends on Shift or on the layout are known by their place. */
const places: Readonly<Record<string, string>> = {
  Backquote: '`',
  BracketLeft: '[',
  BracketRight: ']',
  Equal: '=',
  NumpadAdd: '=',
  Minus: '-',
  NumpadSubtract: '-',
  Digit0: '0',
  Numpad0: '0',
}

const pressed = (press: KeyPress): string => {
  const own = press.key.length === 1 ? press.key.toUpperCase() : press.key
  const key = places[press.code] ?? letterByPlace(press) ?? own
  return `${press.ctrlKey ? 'Ctrl+' : ''}${press.metaKey ? 'Cmd+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`
}

const byShortcut = (table: typeof elsewhere): ReadonlyMap<string, TerminalCommand> =>
  new Map(terminalCommands.flatMap((command) => table[command].map((keys) => [keys, command] as const)))
const commandsElsewhere = byShortcut(elsewhere)
const commandsOnMac = byShortcut(mac)

/** Whether this system writes its shortcuts as a Mac does. */
export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '')

const isWindows = /^win/i.test(globalThis.navigator?.platform ?? '')

/** Whether a key copies where something is selected, and is the program's own otherwise: Ctrl+C on Windows. */
export const copiesSelection = (press: KeyPress, onWindows = isWindows): boolean =>
  onWindows && !press.altKey && pressed(press) === 'Ctrl+C'

/** The command of a key press; `null` leaves the key to the remote program. With Alt every key is the program's. */
export function commandOf(press: KeyPress, onMac = isMac): TerminalCommand | null {
  if (press.altKey) return null
  return (onMac ? commandsOnMac : commandsElsewhere).get(pressed(press)) ?? null
}

/** The shortcut of a command, as menus and tooltips write it. */
export const shortcutOf = (command: TerminalCommand, onMac = isMac): string =>
  (onMac ? mac : elsewhere)[command][0]?.replace('Cmd', 'Mod') ?? ''
