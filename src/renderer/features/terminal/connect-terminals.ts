import type { Terminal } from '../../../shared/terminal'
import { terminalText } from '../../../shared/text/terminal'
import { on, request } from '../../bridge'
import { setHosts } from './hosts/hosts'
import { readSavedTabs } from './tabs/saved-tabs'
import { addTab, changePane, keepTabs, restoreTabs, useTerminalTabs } from './tabs/terminal-tabs'
import { addPrompt, changeTerminal, dropPrompt, dropTerminal, setTerminals } from './terminals'

/** Delay before a request that the terminals thread could not answer yet is sent again, ms. */
const retryMs = 2_000

/** Gives the live terminals back to their panes; one without a pane gets a tab. */
function adopt(live: readonly Terminal[]): void {
  const known = new Set(live.map((terminal) => terminal.id))
  const { panes } = useTerminalTabs.getState()
  for (const pane of panes.values())
    if (pane.terminalId !== null && !known.has(pane.terminalId)) changePane(pane.id, { terminalId: null })
  const placed = new Set([...panes.values()].map((pane) => pane.terminalId))
  for (const terminal of live)
    if (!placed.has(terminal.id)) addTab(terminal.target, terminal.label, terminal.id)
}

async function load(isStopped: () => boolean): Promise<void> {
  const [terminals, hosts] = await Promise.all([request('terminal.list'), request('host.list')])
  if (isStopped()) return
  if (hosts.ok) setHosts(hosts.value)
  if (terminals.ok) {
    setTerminals(terminals.value)
    adopt(terminals.value)
  }
  if (!terminals.ok || !hosts.ok) setTimeout(() => void load(isStopped), retryMs)
}

/** A terminal that ended without an event: its pane stays, with its output. */
function lose(id: string): void {
  dropTerminal(id)
  for (const pane of useTerminalTabs.getState().panes.values())
    if (pane.terminalId === id)
      changePane(pane.id, { terminalId: null, problem: terminalText.connectionClosed })
}

/**
 * Requests the list again. A terminal without a pane is left alone, unlike at the start: the answer to its pane's request
 * may be on its way.
 */
async function refresh(isStopped: () => boolean): Promise<void> {
  const terminals = await request('terminal.list')
  if (isStopped() || !terminals.ok) return
  setTerminals(terminals.value)
  const known = new Set(terminals.value.map((terminal) => terminal.id))
  for (const { terminalId } of useTerminalTabs.getState().panes.values())
    if (terminalId !== null && !known.has(terminalId)) lose(terminalId)
}

/**
 * Joins the terminals' stores to the bridge and brings the last tabs back, unconnected unless their terminal still
 * lives. Returns how to stop.
 */
export function connectTerminals(): () => void {
  restoreTabs(readSavedTabs())
  let stopped = false
  const isStopped = () => stopped
  const stops = [
    keepTabs(),
    on('terminal.changed', changeTerminal),
    on('terminal.closed', ({ id }) => lose(id)),
    on('terminal.prompt', addPrompt),
    on('terminal.prompt-done', ({ id }) => dropPrompt(id)),
    on('terminal.restarted', () => void refresh(isStopped)),
    on('host.changed', setHosts),
  ]
  void load(isStopped)
  return () => {
    stopped = true
    for (const stop of stops) stop()
  }
}
