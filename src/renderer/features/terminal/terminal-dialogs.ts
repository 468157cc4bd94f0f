import { create } from 'zustand'
import type { PasteRisk } from './pane/paste-guard'

/** The one dialog of the terminals that the person opened. A connection's prompts are kept with the terminals. */
type TerminalDialog =
  /** `hostId: null` adds one. */
  | { kind: 'host'; hostId: string | null }
  | { kind: 'import' }
  | { kind: 'preferences' }
  | { kind: 'paste'; paneId: string; text: string; risk: PasteRisk }

/** The dialog of the terminals that is open; `null` is none. */
export const useTerminalDialog = create<{ dialog: TerminalDialog | null }>(() => ({ dialog: null }))

/** Opens a dialog in place of the one that is open. */
export const openTerminalDialog = (dialog: TerminalDialog): void => useTerminalDialog.setState({ dialog })

/** Closes it. */
export const closeTerminalDialog = (): void => useTerminalDialog.setState({ dialog: null })
