import { z } from 'zod'
import { create } from 'zustand'

/** Bounds of the panel's height, CSS px. */
export const panelHeights = { min: 120, default: 280 } as const

const panelSchema = z.object({
  open: z.boolean().catch(false),
  height: z.number().min(panelHeights.min).max(4_000).catch(panelHeights.default),
  /** `docked`: below the list. `list`: in the place of the list. `window`: over the whole window. */
  extent: z.enum(['docked', 'list', 'window']).catch('docked'),
})
export type TerminalPanelState = z.infer<typeof panelSchema>

const storageName = 'sessiondeck.terminal-panel'

function readPanel(): TerminalPanelState {
  try {
    return panelSchema.parse(JSON.parse(globalThis.localStorage.getItem(storageName) ?? '{}'))
  } catch {
    return panelSchema.parse({})
  }
}

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
