import { create } from 'zustand'
import { isOneOf, isWithin, storedRecord } from '../../lib/checks'

/** Bounds of the panel's height, CSS px. */
export const panelHeights = { min: 120, default: 280 } as const

const extents = ['docked', 'list', 'window'] as const

type TerminalPanelState = {
  open: boolean
  /** CSS px. */
  height: number
  /** `docked`: below the list. `list`: in the place of the list. `window`: over the whole window. */
  extent: (typeof extents)[number]
}

const storageName = 'sessiondeck.terminal-panel'
const maxHeight = 4_000

/** What the last run remembered. Each field falls back on its own. */
function readPanel(): TerminalPanelState {
  const { open, height, extent } = storedRecord(storageName)
  return {
    open: open === true,
    height: isWithin(height, panelHeights.min, maxHeight) ? height : panelHeights.default,
    extent: isOneOf(extent, extents) ? extent : 'docked',
  }
}

/** Where the terminals are shown, as it was left. */
export const useTerminalPanel = create<TerminalPanelState>(() => readPanel())

/** Changes the panel, and remembers it. */
export function setPanel(part: Partial<TerminalPanelState>): void {
  useTerminalPanel.setState(part)
  globalThis.localStorage.setItem(storageName, JSON.stringify(useTerminalPanel.getState()))
}

/** Opens the panel, or folds it to its strip. Folded it never covers the list. */
export const togglePanel = (): void =>
  setPanel(useTerminalPanel.getState().open ? { open: false, extent: 'docked' } : { open: true })

/** Gives the panel that extent; again: puts it back below the list. */
export const toggleExtent = (extent: 'list' | 'window'): void =>
  setPanel({ open: true, extent: useTerminalPanel.getState().extent === extent ? 'docked' : extent })
