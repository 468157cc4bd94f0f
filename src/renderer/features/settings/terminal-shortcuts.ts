import { terminalShortcutsText } from '../../../shared/text/terminal-shortcuts'
import { shortcutOf, type TerminalCommand } from '../terminal/terminal-keys'

const inTerminals: readonly [does: keyof typeof terminalShortcutsText, ...commands: TerminalCommand[]][] = [
  ['togglePanel', 'toggle-panel'],
  ['newTab', 'new-tab'],
  ['close', 'close-pane'],
  ['split', 'split-right', 'split-down'],
  ['otherTab', 'previous-tab', 'next-tab'],
  ['moveTab', 'move-tab-left', 'move-tab-right'],
  ['otherPane', 'previous-pane', 'next-pane'],
  ['find', 'find'],
  ['copyPaste', 'copy', 'paste'],
  ['zoom', 'zoom-in', 'zoom-out', 'zoom-reset'],
  ['clear', 'clear'],
  ['reset', 'reset'],
  ['saveOutput', 'save-output'],
  ['maximise', 'maximise'],
  ['leave', 'leave'],
]

/** What the keyboard can do in a terminal, as the settings list it; `keys` are alternatives. */
export const terminalShortcuts = inTerminals.map(([name, ...commands]) => ({
  get does() {
    return terminalShortcutsText[name]
  },
  keys: commands.map((each) => shortcutOf(each)),
}))
