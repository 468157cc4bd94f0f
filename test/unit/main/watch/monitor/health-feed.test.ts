import { describe, expect, it } from 'vitest'
import { describeHealth } from '../../../../../src/main/watch/monitor/health'
import { HealthFeed } from '../../../../../src/main/watch/monitor/health-feed'
import { nothingOdd } from '../../../../../src/main/watch/providers/provider'
import type { ScopeHealth } from '../../../../../src/shared/health'
import { createFakeClock } from '../../../../harness/fake-clock'

const health = (id: string, count: number): ScopeHealth =>
  describeHealth({
    accountId: 'a1',
    provider: 'luaauth',
    scope: { kind: 'script', id },
    halt: null,
    count,
    lastSuccessAt: 1,
    lastAttemptAt: 1,
    nextAt: 2,
    sweep: null,
    unreadable: 0,
    gaps: [],
    odd: nothingOdd,
    evidence: null,
    error: null,
    awaited: false,
    holdMs: 0,
  })

function setUp() {
  const clock = createFakeClock()
  const sent: string[] = []
  const feed = new HealthFeed(clock, ({ changed, removed }) =>
    sent.push(`changed ${changed.map(({ scope, count }) => `${scope.id}=${count}`)} removed ${removed}`),
  )
  return { clock, sent, feed }
}

describe('health feed', () => {
  it('sends what changed together, each scope once with its latest health', async () => {
    const { clock, sent, feed } = setUp()
    feed.changed('A', () => health('A', 1))
    feed.changed('B', () => health('B', 2))
    feed.changed('A', () => health('A', 3))
    await clock.advance(1_000)
    feed.changed('B', () => health('B', 4))
    await clock.advance(1_000)
    expect(sent).toEqual(['changed A=3,B=2 removed ', 'changed B=4 removed '])
  })

  it('says that a scope is gone, unless it came back meanwhile', async () => {
    const { clock, sent, feed } = setUp()
    feed.changed('A', () => health('A', 1))
    feed.removed('A')
    feed.removed('B')
    feed.changed('B', () => health('B', 2))
    await clock.advance(1_000)
    expect(sent).toEqual(['changed B=2 removed A'])
  })
})
