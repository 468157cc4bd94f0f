import { describe, expect, it, vi } from 'vitest'
import { type RosterChange, RosterReplica } from '../../../../src/renderer/stores/roster-replica'
import { encodePatch } from '../../../../src/shared/replica'
import type { RosterRow } from '../../../../src/shared/session'
import { rosterRow } from '../../../harness/roster-rows'

const chunk = (revision: number, rows: readonly RosterRow[], index = 0, total = 1) => ({
  revision,
  index,
  total,
  bytes: new TextEncoder().encode(JSON.stringify(rows)),
})
const patch = (from: number, upserts: readonly RosterRow[], removes: readonly string[] = []) =>
  encodePatch({ from, to: from + 1, upserts: [...upserts], removes: [...removes] })

function setUp() {
  const ask = vi.fn()
  const clock = { now: 1_000 }
  const watched = { accounts: ['a'] }
  const replica = new RosterReplica(
    ask,
    { now: () => clock.now, monotonicMs: () => clock.now },
    ({ accountId }) => watched.accounts.includes(accountId),
  )
  const changes: RosterChange[] = []
  replica.subscribe((change) => changes.push(change))
  return { ask, clock, watched, replica, changes }
}

describe('snapshots', () => {
  it('are shown when the last chunk is there, and nobody in the first is an arrival', () => {
    const { replica, changes } = setUp()
    replica.chunk(chunk(5, [rosterRow('1')], 0, 2))
    expect(replica.summary).toEqual({ status: 'loading', total: 0 })
    replica.chunk(chunk(5, [rosterRow('2')], 1, 2))
    expect(replica.summary).toEqual({ status: 'ready', total: 2 })
    expect(changes).toMatchObject([{ arrivals: [], removes: [] }])
    expect(replica.arrivedMs('a:1')).toBeUndefined()
  })

  it('keep the patches that came meanwhile', () => {
    const { replica } = setUp()
    replica.patch(patch(5, [rosterRow('2')]))
    replica.chunk(chunk(5, [rosterRow('1')]))
    expect([...replica.rows.keys()]).toEqual(['a:1', 'a:2'])
  })

  it('that follow another tell who arrived and who left', () => {
    const { replica, changes } = setUp()
    replica.chunk(chunk(5, [rosterRow('1'), rosterRow('2')]))
    replica.resync()
    replica.chunk(chunk(1, [rosterRow('2'), rosterRow('3')]))
    expect(changes[1]).toMatchObject({ arrivals: ['a:3'], removes: ['a:1'] })
    // A watch thread that counts anew has asked nobody yet.
    expect(replica.departed('a:1')).toMatchObject({ row: { id: '1' }, isWatched: false })
  })
})

describe('patches', () => {
  it('ask for a snapshot when one is missing between, and wait for it', () => {
    const { replica, ask } = setUp()
    replica.chunk(chunk(5, []))
    replica.patch(patch(7, [rosterRow('8')]))
    expect(ask).toHaveBeenCalledTimes(1)
    expect(replica.rows.size).toBe(0)
    replica.patch(patch(8, [rosterRow('9')]))
    replica.chunk(chunk(8, [rosterRow('8')]))
    expect([...replica.rows.keys()]).toEqual(['a:8', 'a:9'])
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('that the snapshot holds already change nothing', () => {
    const { replica, changes, ask } = setUp()
    replica.chunk(chunk(5, [rosterRow('1')]))
    replica.patch(patch(4, [], ['a:1']))
    expect(replica.rows.size).toBe(1)
    expect(changes).toHaveLength(1)
    expect(ask).not.toHaveBeenCalled()
  })

  it('tell only those who look at a row that changed', () => {
    const { replica } = setUp()
    replica.chunk(chunk(1, [rosterRow('1'), rosterRow('2')]))
    const one = vi.fn()
    const two = vi.fn()
    const stop = replica.subscribeRow('a:1', one)
    replica.subscribeRow('a:2', two)
    replica.patch(patch(1, [rosterRow('1', { userName: 'wompus' })]))
    expect(one).toHaveBeenCalledTimes(1)
    expect(two).not.toHaveBeenCalled()
    stop()
    replica.patch(patch(2, [], ['a:1', 'a:2']))
    expect(one).toHaveBeenCalledTimes(1)
    expect(two).toHaveBeenCalledTimes(1)
  })

  it('do not say that those have left about whom nobody asks any more', () => {
    const { replica, watched } = setUp()
    replica.chunk(chunk(1, [rosterRow('1')]))
    watched.accounts = []
    replica.patch(patch(1, [], ['a:1']))
    expect(replica.departed('a:1')).toMatchObject({ isWatched: false })
  })

  it('remember who left until that one is back', () => {
    const { replica, clock } = setUp()
    replica.chunk(chunk(1, [rosterRow('1')]))
    clock.now = 2_000
    replica.patch(patch(1, [], ['a:1']))
    expect(replica.departed('a:1')).toMatchObject({ leftAt: 2_000, row: { id: '1' }, isWatched: true })
    clock.now = 3_000
    replica.patch(patch(2, [rosterRow('1')]))
    expect(replica.departed('a:1')).toBeUndefined()
    expect(replica.arrivedMs('a:1')).toBe(3_000)
  })
})
