import { commonText } from '../../../../shared/text/common'
import { terminalText } from '../../../../shared/text/terminal'
import { getPresenter } from '../../../stores/presentation'
import { showToast, useToasts } from '../../../stores/toasts'
import { endTerminal } from '../connections'
import { panesOf } from '../pane/split-tree'
import { setPanel, useTerminalPanel } from '../terminal-panel'
import { useTerminals } from '../terminals'
import { closePanes, forgetPanes, type Pane, reopenPanes, useTerminalTabs } from './terminal-tabs'

/** Closes a pane. */
export const closePane = (paneId: string): void => close([paneId])

/** Closes a tab with all its panes. */
export function closeTab(tabId: string): void {
  const tab = useTerminalTabs.getState().tabs.find((each) => each.id === tabId)
  if (tab) close(panesOf(tab.tree))
}

/** Closes every tab but this one. */
export function closeOtherTabs(tabId: string): void {
  const { tabs } = useTerminalTabs.getState()
  close(tabs.flatMap((tab) => (tab.id === tabId ? [] : panesOf(tab.tree))))
}

const isLive = ({ terminalId }: Pane): boolean =>
  useTerminals.getState().byId.get(terminalId ?? '')?.state.kind === 'live'

/** Takes panes away. Where one is live their connections are ended later: until then it can be undone. */
function close(paneIds: readonly string[]): void {
  const { panes } = useTerminalTabs.getState()
  const live = paneIds.flatMap((id) => panes.get(id) ?? []).filter(isLive)
  const { extent } = useTerminalPanel.getState()
  const closed = closePanes(paneIds)
  if (useTerminalTabs.getState().tabs.length === 0) setPanel({ open: false, extent: 'docked' })
  if (live.length === 0) {
    end(paneIds)
    return
  }
  const undo = () => {
    reopenPanes(closed)
    setPanel({ open: true, extent })
  }
  offerUndo({ id: `closed:${paneIds.join(' ')}`, text: closedText(live), undo, end: () => end(paneIds) })
}

/** Says what was closed. When the offer to undo it goes, unused, the connections end. */
function offerUndo(offer: { id: string; text: string; undo(): void; end(): void }): void {
  const { id, text } = offer
  let isUndone = false
  const run = () => {
    isUndone = true
    offer.undo()
  }
  showToast({ id, role: 'status', text, action: { label: commonText.undo, run } })
  const stop = useToasts.subscribe(({ toasts }) => {
    if (toasts.some((toast) => toast.id === id)) return
    stop()
    // The button takes the toast away before it does what it is for.
    queueMicrotask(() => {
      if (!isUndone) offer.end()
    })
  })
}

function closedText([first, ...others]: readonly Pane[]): string {
  if (others.length > 0) return terminalText.closed(others.length + 1)
  const kind = first?.target.kind === 'machine' ? 'Machine' : 'Host'
  return terminalText.closedOne(getPresenter().name(kind, first?.label ?? ''))
}

function end(paneIds: readonly string[]): void {
  const { panes } = useTerminalTabs.getState()
  const ended = paneIds.flatMap((id) => panes.get(id)?.terminalId ?? [])
  forgetPanes(paneIds)
  for (const terminalId of ended) void endTerminal(terminalId)
}
