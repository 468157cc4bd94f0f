import type { SshHost, TerminalSize, TerminalTarget } from '../../../shared/terminal'
import { request } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { panesOf } from '../../lib/split-tree'
import { setPanel, useTerminalPanel } from '../../stores/terminal-panel'
import { addTab, changePane, removePane, useTerminalTabs } from '../../stores/terminal-tabs'
import { addTerminal, dropTerminal } from '../../stores/terminals'

/** Opens a tab to a target; it connects when its pane is measured. */
export function openTerminal(target: TerminalTarget, label: string): void {
  addTab(target, label)
  const { extent } = useTerminalPanel.getState()
  setPanel({ open: true, extent })
}

/** Opens a tab to a saved host. */
export const openHost = (host: SshHost): void => openTerminal({ kind: 'ssh', hostId: host.id }, host.label)

/** Connects a pane: opens its terminal, or has the one that it had try again in place. */
export async function connectPane(paneId: string, size: TerminalSize): Promise<void> {
  const pane = useTerminalTabs.getState().panes.get(paneId)
  if (!pane || pane.opening) return
  changePane(paneId, { opening: true, problem: null })
  if (pane.terminalId !== null) {
    const again = await request('terminal.reconnect', { id: pane.terminalId })
    changePane(paneId, { opening: false, problem: again.ok ? null : again.error.message })
    return
  }
  const opened = await request('terminal.open', { target: pane.target, size })
  if (!opened.ok) {
    changePane(paneId, { opening: false, problem: opened.error.message })
    return
  }
  if (!useTerminalTabs.getState().panes.has(paneId)) {
    // Closed while it was being opened.
    void end(opened.value.id)
    return
  }
  addTerminal(opened.value)
  changePane(paneId, { opening: false, terminalId: opened.value.id })
}

async function end(terminalId: string): Promise<void> {
  dropTerminal(terminalId)
  const closed = await request('terminal.close', { id: terminalId })
  if (closed.ok || closed.error.kind === 'not-found') return
  const text = `The terminal was not ended: ${closed.error.message}`
  showToast({ id: `close ${terminalId}`, role: 'alert', text, action: null })
}

/** Closes a pane and ends its connection. */
export function closePane(paneId: string): void {
  const pane = useTerminalTabs.getState().panes.get(paneId)
  removePane(paneId)
  if (pane?.terminalId) void end(pane.terminalId)
  if (useTerminalTabs.getState().tabs.length === 0) setPanel({ open: false, extent: 'docked' })
}

/** Closes a tab with all its panes. */
export function closeTab(tabId: string): void {
  const tab = useTerminalTabs.getState().tabs.find((each) => each.id === tabId)
  for (const pane of tab ? panesOf(tab.tree) : []) closePane(pane)
}

/** Closes every tab but this one. */
export function closeOtherTabs(tabId: string): void {
  for (const tab of useTerminalTabs.getState().tabs) if (tab.id !== tabId) closeTab(tab.id)
}

/** Opens another tab to where the focused pane of a tab leads. */
export function duplicateTab(tabId: string): void {
  const { tabs, panes } = useTerminalTabs.getState()
  const pane = panes.get(tabs.find((tab) => tab.id === tabId)?.focused ?? '')
  if (pane) openTerminal(pane.target, pane.label)
}
