import { z } from 'zod'
import { terminalSizeSchema } from './terminal'

/**
 * What travels over a tab's own port. Frames are plain objects; `bytes` is transferred, not copied, where the port can.
 */
export type ToWindow =
  /**
   * Output of the remote side, raw: an escape sequence or a UTF-8 character may be split between frames. `isReplay`: an
   * earlier window got it too, and answered what it asks.
   */
  | { type: 'data'; bytes: Uint8Array; isReplay: boolean }
  /**
   * How many characters of input wait for the transport, told whenever it changes. A window that has much to send (a
   * paste) holds back while it is not 0.
   */
  | { type: 'drain'; waiting: number }

/** What the window sends over a tab's port; anything else is ignored. */
export const fromWindowSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    /** So many bytes have been parsed (not merely received). */
    z.object({ type: z.literal('ack'), bytes: z.number().int().min(0) }),
    z.object({ type: z.literal('input'), data: z.string() }),
    terminalSizeSchema.unwrap().extend({ type: z.literal('resize') }),
    /** The person puts the terminal back; it comes as output, so that a window that comes later gets it too. */
    z.object({ type: z.literal('reset') }),
  ]),
)
export type FromWindow = z.infer<typeof fromWindowSchema>

/** Watermarks of unacknowledged output per tab, bytes: above `high` the transport pauses, below `low` it resumes. */
export const watermarks = { high: 1024 * 1024, low: 512 * 1024 } as const

/**
 * Output is gathered for so long, ms, or up to so many bytes, but the first chunk after idle goes at once. A frame costs
 * the page the same whatever its size; one of 128 KiB is parsed in some 5 ms.
 */
export const gathering = { forMs: 5, upToBytes: 128 * 1024 } as const

/** How much of a terminal's recent output is kept in main for a window that comes back, bytes. */
export const replayBytes = 512 * 1024

/**
 * Input in pieces of so many UTF-16 units at most. A piece never ends between the two halves of a character, which
 * would come out of UTF-8 as two that nobody typed.
 */
export function inputPieces(data: string, length: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < data.length; ) {
    const last = data.charCodeAt(at + length - 1)
    const isHalf = at + length < data.length && last >= 0xd800 && last <= 0xdbff
    const to = at + length - (isHalf ? 1 : 0)
    pieces.push(data.slice(at, to))
    at = to
  }
  return pieces
}
