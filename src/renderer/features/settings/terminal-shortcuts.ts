import { shortcutOf, type TerminalCommand } from '../terminal/terminal-keys'

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
  ['Terminal font size', 'zoom-in', 'zoom-out', 'zoom-reset'],
  ['Clear the scrollback', 'clear'],
  ['Reset the terminal: modes, colours, screen', 'reset'],
  ['Save the output', 'save-output'],
  ['Terminals instead of the list', 'maximise'],
  ['Leave the terminal for its tab', 'leave'],
]

/** What the keyboard can do in a terminal, as the settings list it; `keys` are alternatives. */
export const terminalShortcuts = inTerminals.map(([does, ...commands]) => ({
  does,
  keys: commands.map((each) => shortcutOf(each)),
}))
