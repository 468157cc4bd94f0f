import { describe, expect, it } from 'vitest'
import { statisticsHandlers } from '../../../../../src/main/watch/requests/statistics'
import { err, ok } from '../../../../../src/shared/result'
import type { Statistics } from '../../../../../src/shared/statistics'
import { createFakeProvider } from '../fakes'

const figures: Statistics = {
  fetchedAt: 1,
  totalSessions: 1250,
  activeSessions: 15,
  totalDurationHours: 4500,
  uniqueUsers: 25,
  topMachines: [],
}

describe('the statistics of an organisation', () => {
  const counting = createFakeProvider()
  const periods: string[] = []
  counting.statistics = async (period) => {
    periods.push(period)
    return ok(figures)
  }
  const handlers = statisticsHandlers((id) =>
    id === 'ops' ? counting : id === 'hub' ? createFakeProvider() : undefined,
  )
  const ask = (accountId: string) => handlers['machine.statistics']({ accountId, period: 'week' })

  it('come from the account, for the period asked for', async () => {
    expect(await ask('ops')).toEqual(ok(figures))
    expect(periods).toEqual(['week'])
  })

  it('are refused where the service has none or nobody watches', async () => {
    expect(await ask('hub')).toMatchObject(err({ kind: 'unsupported' }))
    expect(await ask('nobody')).toMatchObject(err({ kind: 'not-found' }))
  })
})
