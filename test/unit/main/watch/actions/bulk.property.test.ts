import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulkDraft } from '../../../../../src/shared/bulk'
import type { AppError } from '../../../../../src/shared/result'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { makeAccount, makeSession } from '../fakes'
import { type Behave, lost, refused, setUpBulk, tooMany } from './bulk-setup'

const newFile = temporaryFolder()
const luaprotWindows = [
  { limit: 20, perMs: 10_000 },
  { limit: 60, perMs: 60_000 },
]
const quickWindows = [
  { limit: 50, perMs: 1_000 },
  { limit: 3_000, perMs: 60_000 },
]
const count = 1_000
const ids = Array.from({ length: count }, (_, index) => String(index))
/** Every fifth session is at LuaProt, whose budget is the narrow one. */
const accountOf = (id: string) => (Number(id) % 5 === 0 ? 'p' : 'q')

const accounts = {
  p: makeAccount({ id: 'p', provider: 'luaprot', label: 'Hub' }),
  q: makeAccount({ id: 'q', provider: 'vsay', label: 'Quick' }),
}
const online = ids.map((id) => {
  const accountId = accountOf(id)
  return makeSession(id, { accountId, key: `${accountId}:${id}`, provider: accounts[accountId].provider })
})

const indexes = fc.integer({ min: 0, max: count - 1 })
const plan = fc.record({
  failing: fc.uniqueArray(indexes, { minLength: 50, maxLength: 50 }),
  busy: fc.uniqueArray(indexes, { maxLength: 20 }),
  silent: fc.uniqueArray(indexes, { minLength: 2, maxLength: 2 }),
  retryAfterMs: fc.option(fc.integer({ min: 0, max: 90_000 })),
  latencyMs: fc.integer({ min: 1, max: 3_000 }),
  /** How the clocks are moved while it lasts, and when. */
  moves: fc.array(
    fc.record({
      how: fc.constantFrom('set', 'sleep'),
      ms: fc.integer({ min: -86_400_000, max: 86_400_000 }),
      afterMs: fc.integer({ min: 0, max: 60_000 }),
    }),
    { maxLength: 3 },
  ),
  steering: fc.array(
    fc.record({ command: fc.constantFrom('pause', 'resume'), afterMs: fc.integer({ min: 0, max: 60_000 }) }),
    { maxLength: 4 },
  ),
})
type Trouble = typeof plan extends fc.Arbitrary<infer T> ? T : never

/** A service of which some sessions fail, some are first answered 429, and two never answer. */
function troubled(trouble: Trouble): Behave {
  const has = (list: number[], [id]: readonly string[]) => list.includes(Number(id))
  return (asked, time) => {
    const error = ((): AppError | null => {
      if (has(trouble.silent, asked)) return lost
      if (has(trouble.busy, asked) && time <= 2) return tooMany(trouble.retryAfterMs)
      return has(trouble.failing, asked) ? refused : null
    })()
    return { error, afterMs: error === lost ? 15_000 : trouble.latencyMs }
  }
}

const most = (times: readonly number[], perMs: number) => {
  let first = 0
  return times.reduce((found, at, index) => {
    while ((times[first] ?? at) <= at - perMs) first += 1
    return Math.max(found, index - first + 1)
  }, 0)
}

const open = (trouble: Trouble) => {
  const behave = troubled(trouble)
  return setUpBulk(
    newFile(),
    [
      { account: accounts.p, windows: luaprotWindows, behave },
      { account: accounts.q, windows: quickWindows, behave },
    ],
    online,
  )
}
type Setup = ReturnType<typeof open>

/** What must hold whatever happens. */
function expectHonest(setup: Setup) {
  for (const [accountId, windows] of [
    ['p', luaprotWindows],
    ['q', quickWindows],
  ] as const) {
    const hits = setup.hits(accountId)
    for (const { limit, perMs } of windows)
      expect(
        most(
          hits.map(({ at }) => at),
          perMs,
        ),
      ).toBeLessThanOrEqual(limit)
    // Durably on its way before it is on the wire.
    expect(hits.every(({ logged }) => logged.every((kind) => kind === 'sending'))).toBe(true)
    // A session is asked for again only after an answer that says that nothing happened.
    const tries = new Map<string, string[]>()
    for (const {
      ids: [id = ''],
      answer,
    } of hits)
      tries.set(id, [...(tries.get(id) ?? []), answer])
    for (const answers of tries.values())
      expect(answers.slice(0, -1).every((answer) => answer === 'rate-limited')).toBe(true)
  }
}

const target: BulkDraft['target'] = { kind: 'sessions', keys: online.map(({ key }) => key) }
const draft: BulkDraft = { kind: 'disconnect', target, messages: [], waitMs: 0 }

describe('a bulk action over 1,000 sessions', () => {
  it('gives every session one outcome, asks nobody twice and keeps the budget, whatever is paused and refused, however the clocks are moved', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (trouble) => {
        const setup = open(trouble)
        const id = setup.begin(draft)
        for (const { command, afterMs } of trouble.steering) {
          await setup.live(afterMs)
          setup.bulk.control({ id, command: command as 'pause' | 'resume' })
        }
        setup.bulk.control({ id, command: 'resume' })
        for (const { how, ms, afterMs } of trouble.moves) {
          await setup.clock.advance(afterMs)
          if (how === 'set') setup.clock.jump(ms)
          else setup.clock.sleep(Math.abs(ms))
        }
        for (let minutes = 0; setup.batch(id).state !== 'done' && minutes < 60; minutes += 1)
          await setup.live(60_000)
        // Until the last of them is confirmed.
        await setup.live(120_000)
        expectHonest(setup)
        const { state, counts } = setup.batch(id)
        expect(state).toBe('done')
        const failing = trouble.failing.filter((each) => !trouble.silent.includes(each)).length
        expect(counts).toEqual({
          total: count,
          planned: 0,
          sending: 0,
          // Also those whose answer was lost: heartbeats tell.
          done: count - failing,
          failed: failing,
          unknown: 0,
          unsent: 0,
        })
        expect(new Set(setup.items(id).map(({ sessionKey }) => sessionKey)).size).toBe(count)
        setup.history.close()
      }),
      { numRuns: 6, endOnFailure: true },
    )
  }, 240_000)

  it('sends nothing more once it is stopped or paused, but for the one that was leaving', async () => {
    await fc.assert(
      fc.asyncProperty(
        plan,
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom('stop', 'pause'),
        async (trouble, afterMs, command) => {
          const setup = open({ ...trouble, steering: [] })
          const id = setup.begin(draft)
          await setup.clock.advance(afterMs)
          const before = setup.hits('p').length + setup.hits('q').length
          setup.bulk.control({ id, command: command as 'stop' | 'pause' })
          await setup.clock.advance(300_000)
          expect(setup.hits('p').length + setup.hits('q').length - before).toBe(0)
          expectHonest(setup)
          const { state, counts } = setup.batch(id)
          expect(counts.sending).toBe(0)
          expect(counts.done + counts.failed + counts.unknown + counts.unsent + counts.planned).toBe(count)
          if (command === 'stop')
            expect({ state, planned: counts.planned }).toEqual({ state: 'stopped', planned: 0 })
          else if (counts.planned > 0) expect(state).toBe('paused')
          setup.history.close()
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  }, 240_000)
})
