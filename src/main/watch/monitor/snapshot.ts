import type { RosterChunk, RosterRow } from '../../../shared/session'

/** Rows per chunk: small enough that neither side holds up its thread for long with one. */
const rowsPerChunk = 2_000

/** The whole roster as chunks, one at a time so that only one is in memory. An empty roster is one empty chunk. */
export function* encodeSnapshot(
  rows: Iterable<RosterRow>,
  size: number,
  revision: number,
): Generator<RosterChunk> {
  const encoder = new TextEncoder()
  const total = Math.max(1, Math.ceil(size / rowsPerChunk))
  const source = rows[Symbol.iterator]()
  for (let index = 0; index < total; index += 1) {
    const part: RosterRow[] = []
    for (let row = source.next(); !row.done; row = source.next()) {
      part.push(row.value)
      if (part.length === rowsPerChunk) break
    }
    yield { revision, index, total, bytes: encoder.encode(JSON.stringify(part)) }
  }
}
