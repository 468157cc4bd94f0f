import { describe, expect, it } from 'vitest'
import { countRelated, relatedBy, relationsOf } from '../../../../src/shared/list/related'
import type { SessionDetails } from '../../../../src/shared/session'
import { rosterRow } from '../../../harness/roster-rows'

const details = (fields: Record<string, string>): SessionDetails => ({
  key: 'a:1',
  fetchedAt: 1,
  sections: [
    {
      title: 'Key',
      fields: Object.entries(fields).map(([id, value]) => ({
        id,
        label: id,
        value,
        kind: 'id' as const,
        personal: true,
        emptyWord: '—',
      })),
    },
  ],
})

const others = (row: Parameters<typeof relationsOf>[0], rows: Parameters<typeof countRelated>[1]) => {
  const relations = relationsOf(row, null)
  return Object.fromEntries(
    countRelated(relations, rows).map((count, index) => [relations[index]?.id, count]),
  )
}

describe('what a session shares with others', () => {
  it('takes what the list says, and what only the details say', () => {
    const row = rosterRow('1', { userName: 'Ann', jobId: 'j', placeId: '' })
    expect(relationsOf(row, null)).toEqual([
      { id: 'user', field: 'userName', value: 'Ann', of: 'a:1' },
      { id: 'job', field: 'jobId', value: 'j', of: 'a:1' },
    ])
    expect(relationsOf(row, details({ key: 'KEY', hwid: 'HW', note: 'x' })).slice(1, 3)).toEqual([
      { id: 'key', field: 'userKey', value: 'KEY', of: 'a:1' },
      { id: 'hwid', field: 'hwid', value: 'HW', of: 'a:1' },
    ])
  })

  it('counts the others over all accounts, itself left out', () => {
    const shared = { userName: 'Ann', userKey: 'K', hwid: 'H', jobId: 'J', machineId: 'M', placeId: 'P' }
    const row = rosterRow('1', shared)
    const rows = [
      row,
      rosterRow('2', { ...shared, accountId: 'b', userName: 'Ａ\u200bNN' }),
      rosterRow('3', { jobId: 'J', userKey: 'k' }),
    ]
    expect(others(row, rows)).toEqual({ user: 1, key: 1, hwid: 1, job: 2, machine: 1, place: 1 })
  })

  it('knows a user by the name, else the Roblox id, else VSay’s id', () => {
    expect(relationsOf(rosterRow('1', { robloxId: '4', userId: 'u' }), null)).toMatchObject([
      { field: 'robloxId' },
    ])
    expect(relationsOf(rosterRow('1', { userId: 'u' }), null)).toMatchObject([{ field: 'userId' }])
  })

  it('is no relation to say nothing', () => {
    const relation = { id: 'hwid', field: 'hwid', value: 'H', of: 'a:1' } as const
    expect(relatedBy(relation)(rosterRow('2'))).toBe(false)
    expect(relatedBy(relation)(rosterRow('1'))).toBe(true)
  })
})
