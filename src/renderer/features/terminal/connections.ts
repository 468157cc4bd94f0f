import type { SshHost, TerminalSize, TerminalTarget } from '../../../shared/terminal'
import { terminalText } from '../../../shared/text/terminal'
import { request } from '../../bridge'
import { showToast } from '../../stores/toasts'
import { addTab, changePane, useTerminalTabs } from './tabs/terminal-tabs'
import { setPanel, useTerminalPanel } from './terminal-panel'
import { addTerminal, dropTerminal } from './terminals'

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
    void endTerminal(opened.value.id)
    return
  }
  addTerminal(opened.value)
  changePane(paneId, { opening: false, terminalId: opened.value.id })
}

/** Ends a connection. */
export async function endTerminal(terminalId: string): Promise<void> {
  dropTerminal(terminalId)
  const closed = await request('terminal.close', { id: terminalId })
  if (closed.ok || closed.error.kind === 'not-found') return
  const text = terminalText.notEnded(closed.error.message)
  showToast({ id: `close:${terminalId}`, role: 'alert', text, action: null })
}

/** Opens another tab to where the focused pane of a tab leads. */
export function duplicateTab(tabId: string): void {
  const { tabs, panes } = useTerminalTabs.getState()
  const pane = panes.get(tabs.find((tab) => tab.id === tabId)?.focused ?? '')
  if (pane) openTerminal(pane.target, pane.label)
}
