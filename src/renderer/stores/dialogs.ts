import { create } from 'zustand'
import type { SessionKey } from '../../shared/session'

/** The one dialog that is open over the window. */
export type OpenDialog =
  | { kind: 'message'; key: SessionKey }
  | { kind: 'disconnect'; key: SessionKey }
  | { kind: 'logs'; key: SessionKey }
  /** `accountId: null` adds one. */
  | { kind: 'account'; accountId: string | null }
  | { kind: 'remove-account'; accountId: string }
  | { kind: 'settings' }

export const useDialogs = create<{ dialog: OpenDialog | null }>(() => ({ dialog: null }))

/** Opens a dialog in place of the one that is open. */
export const openDialog = (dialog: OpenDialog): void => useDialogs.setState({ dialog })

/** Closes the dialog that is open. */
export const closeDialog = (): void => useDialogs.setState({ dialog: null })

/** Asks what to say to a session. The key is the one that the person pressed on, whatever moves meanwhile. */
export const openMessage = (key: SessionKey): void => openDialog({ kind: 'message', key })

/** Asks whether to disconnect a session. The key is the one that the person pressed on, whatever moves meanwhile. */
export const openDisconnect = (key: SessionKey): void => openDialog({ kind: 'disconnect', key })

/** Shows what was typed and printed in a session. */
export const openLogs = (key: SessionKey): void => openDialog({ kind: 'logs', key })
