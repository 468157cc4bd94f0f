import { describe, expect, it } from 'vitest'
import {
  applyPatch,
  createSnapshotReader,
  decodePatch,
  encodePatch,
  type Replica,
} from '../../../src/shared/replica'
import type { RosterChunk, RosterPatch, RosterRow } from '../../../src/shared/session'
import { makeSession } from '../main/watch/fakes'

const row = (id: string): RosterRow => ({
  ...makeSession(id),
  scopes: ['a1/script:s1'],
  missedSince: null,
  disconnecting: null,
})
const patch = (from: number, upserts: string[], removes: string[] = []): RosterPatch => ({
  from,
  to: from + 1,
  upserts: upserts.map(row),
  removes,
})
const replicaAt = (revision: number, ...ids: string[]): Replica => ({
  revision,
  rows: new Map(ids.map((id) => [`a1:${id}`, row(id)])),
})
const chunk = (revision: number, index: number, total: number, ...ids: string[]): RosterChunk => ({
  revision,
  index,
  total,
  bytes: new TextEncoder().encode(JSON.stringify(ids.map(row))),
})

describe('applying a patch', () => {
  it('adds, removes and moves on to the next revision', () => {
    const replica = replicaAt(4, '1', '2')
    expect(applyPatch(replica, patch(4, ['3'], ['a1:1']))).toBe(true)
    expect([...replica.rows.keys()]).toEqual(['a1:2', 'a1:3'])
    expect(replica.revision).toBe(5)
  })

  it('refuses a gap and stays as it was', () => {
    const replica = replicaAt(4, '1')
    expect(applyPatch(replica, patch(5, ['2'], ['a1:1']))).toBe(false)
    expect(replica).toEqual(replicaAt(4, '1'))
  })

  it('passes over a patch that the snapshot already holds', () => {
    const replica = replicaAt(4, '1')
    expect(applyPatch(replica, patch(2, ['2'], ['a1:1']))).toBe(true)
    expect(replica).toEqual(replicaAt(4, '1'))
  })
})

it('sends a patch as one string, whole', () => {
  const sent = patch(4, ['1', 'ü'], ['a1:2'])
  expect(decodePatch(structuredClone(encodePatch(sent)))).toEqual(sent)
})

describe('reading a snapshot', () => {
  it('is complete with the last chunk', () => {
    const read = createSnapshotReader()
    expect(read(chunk(7, 0, 2, '1'))).toBeNull()
    expect(read(chunk(7, 1, 2, '2'))).toEqual(replicaAt(7, '1', '2'))
  })

  it('reads an empty roster', () => {
    expect(createSnapshotReader()(chunk(7, 0, 1))).toEqual(replicaAt(7))
  })

  it('begins anew with another snapshot', () => {
    const read = createSnapshotReader()
    read(chunk(7, 0, 2, '1'))
    expect(read(chunk(8, 0, 1, '2'))).toEqual(replicaAt(8, '2'))
  })

  it.each([
    ['one is missing', [chunk(7, 0, 3, '1'), chunk(7, 2, 3, '3')]],
    ['one comes from another snapshot', [chunk(7, 0, 2, '1'), chunk(8, 1, 2, '2')]],
    ['the first was not seen', [chunk(7, 1, 2, '2')]],
  ])('is never complete when %s', (_case, chunks) => {
    const read = createSnapshotReader()
    expect(chunks.map(read)).toEqual(chunks.map(() => null))
  })
})
