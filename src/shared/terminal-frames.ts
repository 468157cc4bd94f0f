import type { TerminalSize } from './terminal'

/**
 * What travels over a tab's own port. Frames are plain objects; `bytes` is transferred, not copied, where the port can.
 */
export type ToWindow =
  /** Output of the remote side, raw: an escape sequence or a UTF-8 character may be split between frames. */
  | { type: 'data'; bytes: Uint8Array }
  /** The window may write on: how many input bytes wait for the transport. */
  | { type: 'drain'; waiting: number }

/** What the window sends over a tab's port. */
export type FromWindow =
  /** So many bytes have been parsed (not merely received). */
  { type: 'ack'; bytes: number } | { type: 'input'; data: string } | ({ type: 'resize' } & TerminalSize)

/** Watermarks of unacknowledged output per tab, bytes: above `high` the transport pauses, below `low` it resumes. */
export const watermarks = { high: 1024 * 1024, low: 256 * 1024 } as const

/** Output is gathered for so long, ms, or up to so many bytes, but the first chunk after idle goes at once. */
export const gathering = { forMs: 5, upToBytes: 64 * 1024 } as const

/** How much of a terminal's recent output is kept in main for a window that comes back, bytes. */
export const replayBytes = 512 * 1024
