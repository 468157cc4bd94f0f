import { shortcutOf, type TerminalCommand } from '../../lib/terminal-keys'

/** `keys` are alternatives. */
type Shortcut = { keys: readonly string[]; does: string }

const inWindow: readonly Shortcut[] = [
  { keys: ['/', 'Mod+F'], does: 'Search sessions' },
  { keys: ['↑', '↓', 'PageUp', 'PageDown', 'Home', 'End'], does: 'Move in the list' },
  { keys: ['Space'], does: 'Select the row' },
  { keys: ['Mod+A'], does: 'Select all rows' },
  { keys: ['Enter'], does: 'Open the details' },
  { keys: ['M'], does: 'Message the session' },
  { keys: ['Del'], does: 'Disconnect the session' },
  { keys: ['Mod+Enter'], does: 'Do what the open dialog asks' },
  { keys: ['Mod+B'], does: 'Fold the navigation' },
  { keys: ['Mod+,'], does: 'Settings' },
  { keys: ['Esc'], does: 'Close the dialog or the details' },
]

const inTerminals: readonly [does: string, ...commands: TerminalCommand[]][] = [
  ['Show or fold the terminals', 'toggle-panel'],
  ['New terminal', 'new-tab'],
  ['Close the terminal', 'close-pane'],
  ['Split right, split down', 'split-right', 'split-down'],
  ['Previous and next tab', 'previous-tab', 'next-tab'],
  ['Move the tab', 'move-tab-left', 'move-tab-right'],
  ['Previous and next terminal of a split', 'previous-pane', 'next-pane'],
  ['Find in the terminal', 'find'],
  ['Copy, paste in the terminal', 'copy', 'paste'],
  ['Bigger, smaller, usual letters', 'zoom-in', 'zoom-out', 'zoom-reset'],
  ['Clear the scrollback', 'clear'],
  ['Terminals instead of the list', 'maximise'],
  ['Leave the terminal for its tab', 'leave'],
]

/** What the keyboard can do, as the settings list it. */
export const shortcuts: readonly Shortcut[] = [
  ...inWindow,
  ...inTerminals.map(([does, ...commands]) => ({ does, keys: commands.map((each) => shortcutOf(each)) })),
]
