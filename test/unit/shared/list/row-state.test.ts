import { describe, expect, it } from 'vitest'
import type { HealthState } from '../../../../src/shared/health'
import { rowState, seenAt } from '../../../../src/shared/list/row-state'
import { rosterRow, scopeHealth } from '../../../harness/roster-rows'

const scopes = (...states: HealthState[]) =>
  new Map(
    states.map((state, index) => [
      `a/hub:${index + 1}`,
      scopeHealth({ key: `a/hub:${index + 1}`, state, lastSuccessAt: (index + 1) * 100 }),
    ]),
  )
const inBoth = rosterRow('1', { scopes: ['a/hub:1', 'a/hub:2'] })

describe('seen', () => {
  it('is the latest success of its scopes', () => {
    expect(seenAt(inBoth, scopes('live', 'live'))).toBe(200)
  })

  it('is when it was missed, where the latest heartbeat did not list it', () => {
    expect(seenAt({ ...inBoth, missedSince: 50 }, scopes('live', 'live'))).toBe(50)
  })

  it('is never later than the heartbeat that missed it, whatever the clock was set to in between', () => {
    expect(seenAt({ ...inBoth, missedSince: 7_200_000 }, scopes('live', 'live'))).toBe(200)
  })

  it('is unknown before any health is', () => {
    expect(seenAt(inBoth, new Map())).toBeNull()
  })
})

describe('state', () => {
  it.each<[HealthState, HealthState, string]>([
    ['live', 'live', 'live'],
    ['live', 'offline', 'live'],
    ['offline', 'starting', 'live'],
    ['late', 'partial', 'live'],
    ['late', 'rate-limited', 'stale'],
    ['refused', 'paused', 'stale'],
  ])('with scopes %s and %s is %s', (one, other, state) => {
    expect(rowState(inBoth, scopes(one, other))).toBe(state)
  })

  it('is stale when the latest heartbeat missed it, though the scope is live', () => {
    expect(rowState({ ...inBoth, missedSince: 50 }, scopes('live', 'live'))).toBe('stale')
  })

  it('says disconnecting before all else', () => {
    const disconnecting = { actionId: '1', requestedAt: 1, mayTakeMs: null }
    expect(rowState({ ...inBoth, missedSince: 50, disconnecting }, scopes('late'))).toBe('disconnecting')
  })
})
