import { create } from 'zustand'
import type { BulkAim, BulkKind, MessageTemplate } from '../../shared/bulk'
import type { SessionKey } from '../../shared/session'

/** The one dialog that is open over the window. */
type OpenDialog =
  | { kind: 'message'; key: SessionKey }
  | { kind: 'disconnect'; key: SessionKey }
  | { kind: 'logs'; key: SessionKey }
  /** `accountId: null` adds one. */
  | { kind: 'account'; accountId: string | null }
  | { kind: 'export-sessions' }
  | { kind: 'export-details'; key: SessionKey }
  | ({ kind: 'bulk' } & BulkQuestion)
  | { kind: 'batch'; id: string }
  | { kind: 'settings' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }

/**
 * A bulk action to prepare. `said`: the messages to begin with, at most one of a kind. `retryOf`: the bulk action whose
 * failed ones are repeated; cancelling leads back to its results.
 */
export type BulkQuestion = {
  action: BulkKind
  aim: BulkAim
  said?: readonly MessageTemplate[]
  retryOf?: string
}

/**
 * The dialog that is open, and whether the box that finds a person is: a dialog can lie over it. `wanted`: what the box begins
 * with; `looksAtOnce`: it does not wait for the person to ask, as it does where a link filled it.
 */
export const useDialogs = create<{
  dialog: OpenDialog | null
  isFinding: boolean
  wanted: string
  looksAtOnce: boolean
}>(() => ({ dialog: null, isFinding: false, wanted: '', looksAtOnce: false }))

/** Opens a dialog in place of the one that is open. */
export const openDialog = (dialog: OpenDialog): void => useDialogs.setState({ dialog })

/** Closes the dialog that is open. */
export const closeDialog = (): void => useDialogs.setState({ dialog: null })

/** Opens the box that finds a person, in place of the dialog that is open. */
export const openFinder = (): void => findPerson('')

/** Opens the box with what a link says of whom to look for; the person asks. */
export const openLinkedFinder = (wanted: string): void =>
  useDialogs.setState({ dialog: null, isFinding: true, wanted, looksAtOnce: false })

/** Opens that box with what was typed elsewhere, and looks for it. */
export const findPerson = (wanted: string): void =>
  useDialogs.setState({ dialog: null, isFinding: true, wanted, looksAtOnce: true })

/** Closes the box that finds a person, and what lies over it. What was looked for is forgotten. */
export const closeFinder = (): void => useDialogs.setState({ dialog: null, isFinding: false, wanted: '' })

/** Opens the palette, in place of whatever is open. */
export const openPalette = (): void =>
  useDialogs.setState({ dialog: { kind: 'palette' }, isFinding: false, wanted: '' })

/** Asks what to say to a session. The key is the one that the person pressed on, whatever moves meanwhile. */
export const openMessage = (key: SessionKey): void => openDialog({ kind: 'message', key })

/** Asks whether to disconnect a session. The key is the one that the person pressed on, whatever moves meanwhile. */
export const openDisconnect = (key: SessionKey): void => openDialog({ kind: 'disconnect', key })

/** Shows what was typed and printed in a session. */
export const openLogs = (key: SessionKey): void => openDialog({ kind: 'logs', key })

/** Asks what to do to many sessions: those of this moment, whatever arrives or leaves meanwhile. */
export const openBulk = (question: BulkQuestion): void => openDialog({ kind: 'bulk', ...question })

/** The same for sessions by their keys. */
export const openBulkOf = (action: BulkKind, keys: Iterable<SessionKey>): void => {
  const list = [...keys]
  if (list.length > 0) openBulk({ action, aim: { kind: 'sessions', keys: list } })
}
