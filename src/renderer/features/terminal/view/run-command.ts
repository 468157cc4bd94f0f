import { request } from '../../../bridge'
import { enterPane } from '../pane/enter-pane'
import { closePane } from '../tabs/closing'
import { activeTabId, newTabButtonId } from '../tabs/strip-ids'
import { focusedPane, moveTab, splitAt, stepPane, stepTab, useTerminalTabs } from '../tabs/terminal-tabs'
import type { TerminalCommand } from '../terminal-keys'
import { toggleExtent, togglePanel } from '../terminal-panel'
import { zoom } from '../terminal-preferences'
import { saveOutput } from './save-output'
import { openSearch } from './search-state'
import { pasteInto, viewOf } from './views'

/** Pastes the clipboard into a pane, for a menu: a key brings its text itself. */
export async function pasteClipboard(paneId: string): Promise<void> {
  const result = await request('clipboard.read')
  if (result.ok) pasteInto(paneId, result.value.text)
}

/** Copies what is selected in a pane. */
export function copySelection(paneId: string): void {
  const text = viewOf(paneId).selection
  if (text !== '') void request('clipboard.write', { text })
}

/** Gives the keyboard to the focused pane of the tab that is shown. */
export function focusTerminal(): void {
  const pane = focusedPane()
  if (pane) enterPane(pane.id)
}

function moveActiveTab(step: -1 | 1): void {
  const { tabs, active } = useTerminalTabs.getState()
  const at = tabs.findIndex((tab) => tab.id === active)
  if (active !== null) moveTab(active, at + step)
}

const ofPane: Partial<Record<TerminalCommand, (paneId: string) => void>> = {
  'close-pane': closePane,
  'split-right': (pane) => splitAt(pane, 'row'),
  'split-down': (pane) => splitAt(pane, 'column'),
  find: openSearch,
  copy: copySelection,
  'select-all': (pane) => viewOf(pane).selectAll(),
  clear: (pane) => viewOf(pane).clear(),
  reset: (pane) => viewOf(pane).stream.reset(),
  'save-output': (pane) => void saveOutput(pane),
}

const ofPanel: Partial<Record<TerminalCommand, () => void>> = {
  'toggle-panel': togglePanel,
  maximise: () => toggleExtent('list'),
  'new-tab': () => document.getElementById(newTabButtonId)?.click(),
  'next-tab': () => stepTab(1),
  'previous-tab': () => stepTab(-1),
  'move-tab-right': () => moveActiveTab(1),
  'move-tab-left': () => moveActiveTab(-1),
  'next-pane': () => stepPane(1),
  'previous-pane': () => stepPane(-1),
  'zoom-in': () => zoom(1),
  'zoom-out': () => zoom(-1),
  'zoom-reset': () => zoom(0),
  leave: () => document.getElementById(activeTabId)?.focus(),
}

/** Runs the command of a key; a terminal's commands are for the focused one. */
export function runCommand(command: TerminalCommand): void {
  ofPanel[command]?.()
  const pane = focusedPane()
  if (pane) ofPane[command]?.(pane.id)
}
