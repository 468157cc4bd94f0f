import { describe, expect, it } from 'vitest'
import { rowFacts } from '../../../../../src/renderer/features/details/row-facts'
import type { RosterRow } from '../../../../../src/shared/session'

const row: RosterRow = {
  key: 'a1:s1',
  accountId: 'a1',
  provider: 'luaauth',
  id: 's1',
  userName: null,
  robloxId: '123',
  userId: null,
  scriptId: 'SCRIPT_ID',
  machineId: null,
  machineName: null,
  placeId: null,
  universeId: null,
  jobId: null,
  userKey: 'customer-key',
  hwid: 'hardware',
  ipAddress: '203.0.113.7',
  status: null,
  startedAt: 1,
  lastBeatAt: null,
  beatCount: 0,
  scopes: ['a1/script:SCRIPT_ID'],
  missedSince: null,
  disconnecting: null,
}

describe('rowFacts', () => {
  it('shows what the row knows, zero included, and leaves out what it does not', () => {
    const ids = rowFacts(row).fields.map((field) => field.id)
    expect(ids).toEqual([
      'id',
      'robloxId',
      'scriptId',
      'userKey',
      'hwid',
      'ipAddress',
      'startedAt',
      'beatCount',
    ])
  })

  it('marks exactly the personal fields', () => {
    const personal = rowFacts(row).fields.filter((field) => field.personal)
    expect(personal.map((field) => field.id)).toEqual(['userKey', 'hwid', 'ipAddress'])
  })
})
