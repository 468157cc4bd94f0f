import { catalogue } from './catalogue'

/** What the keys of a terminal do. */
export const terminalShortcutsText = catalogue.area('terminalShortcuts', {
  title: 'Terminals',
  togglePanel: 'Show or fold the terminals',
  newTab: 'New terminal',
  close: 'Close the terminal',
  split: 'Split right, split down',
  otherTab: 'Previous and next tab',
  moveTab: 'Move the tab',
  otherPane: 'Previous and next terminal of a split',
  find: 'Find in the terminal',
  copyPaste: 'Copy, paste in the terminal',
  zoom: 'Terminal font size',
  clear: 'Clear the scrollback',
  reset: 'Reset the terminal: modes, colours, screen',
  saveOutput: 'Save the output',
  maximise: 'Terminals instead of the list',
  leave: 'Leave the terminal for its tab',
})
