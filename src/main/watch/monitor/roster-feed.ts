import { encodePatch } from '../../../shared/replica'
import type { PendingDisconnect, RosterChunk, RosterPatchMessage, SessionKey } from '../../../shared/session'
import type { Roster, RosterChange } from './roster'
import { encodeSnapshot } from './snapshot'

/** A patch of more rows goes out as a snapshot, whose chunks the shell relays without reading them. */
const largestPatch = 5_000

/** A row is being disconnected, or with `null` is not any more. */
export type DisconnectMark = { key: SessionKey; pending: PendingDisconnect | null }

/** Where the replicas of the roster hear of it. */
type RosterFeedListener = {
  patch(patch: RosterPatchMessage): void
  chunk(chunk: RosterChunk): void
  /** How many sessions are live now; told when it is another number. */
  count(live: number): void
}

/** Sends the roster's changes to those who hold a replica of it. */
export class RosterFeed {
  readonly #roster: Roster
  readonly #listener: RosterFeedListener
  #lastCount = 0

  constructor(roster: Roster, listener: RosterFeedListener) {
    this.#roster = roster
    this.#listener = listener
  }

  /** Tells what changed; `null` is nothing. */
  publish(change: RosterChange | null): void {
    if (!change) return
    const { patch } = change
    if (patch.upserts.length + patch.removes.length > largestPatch) this.sendSnapshot()
    else this.#listener.patch(encodePatch(patch))
    const { size } = this.#roster
    if (size === this.#lastCount) return
    this.#lastCount = size
    this.#listener.count(size)
  }

  /** Marks rows as being disconnected, or takes the marks back, and tells. */
  markDisconnecting(marks: readonly DisconnectMark[]): void {
    this.publish(this.#roster.markDisconnecting(marks))
  }

  /** Tells the whole roster, in chunks. */
  sendSnapshot(): void {
    const { size, revision } = this.#roster
    for (const chunk of encodeSnapshot(this.#roster.rows(), size, revision)) this.#listener.chunk(chunk)
  }
}
