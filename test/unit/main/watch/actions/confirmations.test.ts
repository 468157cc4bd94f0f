import { describe, expect, it } from 'vitest'
import { Actions } from '../../../../../src/main/watch/actions/actions'
import { Disconnects } from '../../../../../src/main/watch/actions/disconnects'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import { FoundSessions } from '../../../../../src/main/watch/sessions/found-sessions'
import { KnownSessions } from '../../../../../src/main/watch/sessions/known-sessions'
import type { Action } from '../../../../../src/shared/action'
import type { LookupQuestion } from '../../../../../src/shared/lookup'
import { type AppError, err, ok } from '../../../../../src/shared/result'
import type { RosterRow } from '../../../../../src/shared/session'
import { unlistedRow } from '../../../../../src/shared/unlisted-row'
import { openActionLog } from '../../../../harness/action-log'
import { createFakeClock } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { createFakeProvider, foundOf, makeSession, watchedAccounts } from '../fakes'

const newFile = temporaryFolder()
const rows = ['x', 'y', 'z'].map((id) => unlistedRow(makeSession(id)))
const [row, second, third] = rows as [RosterRow, RosterRow, RosterRow]
const question: LookupQuestion = { provider: 'luaauth', scriptId: 's1', jobId: 'j1' }
const lost: AppError = { kind: 'outcome-unknown', message: 'No answer.' }

/** Actions on a session that a look-up found and no heartbeat lists. LuaAuth: 30 s until the last word. */
function setUp(sweepsUntilGone: 1 | 2 = 1) {
  const clock = createFakeClock()
  const provider = createFakeProvider(sweepsUntilGone)
  let watched = provider
  const written: Action[] = []
  const found = new FoundSessions()
  found.add(rows, question)
  const acting = {
    clock,
    sessions: new KnownSessions(new Roster(), found),
    accounts: watchedAccounts(() => watched),
    log: openActionLog(newFile(), clock, written).log,
  }
  const disconnects = new Disconnects(acting, { markDisconnecting: () => undefined })
  const actions = new Actions(acting, { identities: () => [] }, disconnects)
  return {
    clock,
    provider,
    actions,
    disconnects,
    outcomes: () => written.map(({ outcome }) => outcome.kind),
    written,
    /** The account gets another key, and so another provider. */
    change() {
      watched = createFakeProvider()
    },
  }
}

describe('actions on a session that was looked up', () => {
  it('sends a message', async () => {
    const { actions, provider } = setUp()
    await actions.message(row.key, { kind: 'handler', handler: 'hello', data: [] })
    expect(provider.sent).toEqual(['x'])
  })

  it('asks the service whether it left after a disconnect', async () => {
    const { actions, provider, clock, outcomes, written } = setUp()
    provider.liveResult = async () => ok(false)
    expect(await actions.disconnect(row.key)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    await clock.advance(3_000)
    expect(outcomes()).toEqual(['sending', 'accepted', 'gone'])
    expect(written.at(-1)?.outcome).toEqual({ kind: 'gone', afterMs: 3_000 })
    await clock.advance(60_000)
    expect(provider.checked).toHaveLength(1)
  })

  it('asks on time, and tells the time that it took, however the wall clock is set', async () => {
    const { actions, provider, clock, written } = setUp()
    await actions.disconnect(row.key)
    clock.jump(-7_200_000)
    await clock.advance(3_000)
    expect(provider.checked).toHaveLength(1)
    provider.liveResult = async () => ok(false)
    clock.jump(86_400_000)
    await clock.advance(27_000)
    expect(written.at(-1)?.outcome).toEqual({ kind: 'gone', afterMs: 30_000 })
  })

  it('says that it is still there when the time is over', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    await actions.disconnect(row.key)
    await clock.advance(30_000)
    expect(provider.checked).toHaveLength(2)
    expect(outcomes()).toEqual(['sending', 'accepted', 'still-listed'])
  })

  it('does not confirm for ever: nobody could tell', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    provider.liveResult = async () => err({ kind: 'timeout', message: 'No answer.' })
    await actions.disconnect(row.key)
    await clock.advance(30_000)
    expect(outcomes()).toEqual(['sending', 'accepted', 'unknown'])
  })

  it('follows a disconnect whose answer was lost, and one that was refused not at all', async () => {
    const { actions, provider, clock, outcomes } = setUp()
    provider.disconnectResult = async () => err(lost)
    provider.liveResult = async () => ok(false)
    await actions.disconnect(row.key)
    await clock.advance(3_000)
    expect(outcomes()).toEqual(['sending', 'unknown', 'gone'])
    provider.disconnectResult = async () => err({ kind: 'forbidden', message: 'No.' })
    await actions.disconnect(row.key)
    await clock.advance(60_000)
    expect(outcomes().slice(3)).toEqual(['sending', 'failed'])
  })

  it('asks nothing more of a service whose account is no longer watched', async () => {
    const { actions, disconnects, provider, clock, outcomes, written } = setUp()
    await actions.disconnect(row.key)
    disconnects.accountUnwatched('another')
    disconnects.accountUnwatched(row.accountId)
    await clock.advance(60_000)
    expect(provider.checked).toEqual([])
    expect(outcomes()).toEqual(['sending', 'accepted', 'unknown'])
    expect(written.at(-1)?.outcome).toMatchObject({ error: { kind: 'cancelled' } })
  })

  it('does not ask with an account that was changed while the disconnect was on the wire', async () => {
    const { actions, provider, clock, change, outcomes } = setUp()
    provider.disconnectResult = async () => {
      change()
      return ok(undefined)
    }
    await actions.disconnect(row.key)
    await clock.advance(60_000)
    expect(provider.checked).toEqual([])
    // It has an end all the same.
    expect(outcomes()).toEqual(['sending', 'accepted', 'unknown'])
  })

  it('does not disconnect again what is being confirmed', async () => {
    const { actions, provider } = setUp()
    const first = await actions.disconnect(row.key)
    expect(await actions.disconnect(row.key)).toEqual(first)
    expect(provider.disconnects).toHaveLength(1)
  })

  describe('of which several were disconnected', () => {
    const cut = async (t: ReturnType<typeof setUp>) => {
      for (const { key } of rows) await t.actions.disconnect(key)
    }
    const outcome = ({ written }: ReturnType<typeof setUp>, { key }: RosterRow) =>
      written.filter(({ sessionKey }) => sessionKey === key).at(-1)?.outcome.kind

    it('asks what found them once for all, and again for those who were still there', async () => {
      const t = setUp()
      t.provider.lookupResult = async () => ok(foundOf([row, { ...second, status: 'ended' }]))
      await cut(t)
      await t.clock.advance(3_000)
      expect(t.provider.asked.map((each) => each.question)).toEqual([question])
      expect(rows.map((each) => outcome(t, each))).toEqual(['accepted', 'gone', 'gone'])
      t.provider.liveResult = async () => ok(true)
      await t.clock.advance(60_000)
      expect(outcome(t, row)).toBe('still-listed')
      // The one that was left was asked for itself.
      expect([t.provider.asked.length, t.provider.checked]).toEqual([1, ['x']])
      expect(t.clock.pending()).toBe(0)
    })

    it('takes an id that is somebody else’s for one that left', async () => {
      for (const each of rows) each.robloxId = '1'
      const t = setUp()
      const found = rows.map((each) => ({ ...each, robloxId: each === row ? '2' : '1' }))
      t.provider.lookupResult = async () => ok(foundOf(found))
      await cut(t)
      await t.clock.advance(3_000)
      for (const each of rows) each.robloxId = null
      expect(rows.map((each) => outcome(t, each))).toEqual(['gone', 'accepted', 'accepted'])
    })

    it('does not ask again at each that leaves a little later', async () => {
      const t = setUp()
      t.provider.lookupResult = async () => ok(foundOf(rows))
      await t.actions.disconnect(row.key)
      await t.actions.disconnect(second.key)
      await t.clock.advance(4_000)
      await t.actions.disconnect(third.key)
      await t.clock.advance(8_000)
      expect(t.provider.asked).toHaveLength(1)
      await t.clock.advance(1_000)
      expect(t.provider.asked).toHaveLength(2)
    })

    it('takes two answers in a row for gone where pages shift while they are read', async () => {
      const t = setUp(2)
      const answers = [[row], [row, second], [row]]
      t.provider.lookupResult = async () => ok(foundOf(answers.shift() ?? [row]))
      await cut(t)
      await t.clock.advance(3_000)
      expect(rows.map((each) => outcome(t, each))).toEqual(['accepted', 'accepted', 'accepted'])
      await t.clock.advance(10_000)
      expect(rows.map((each) => outcome(t, each))).toEqual(['accepted', 'accepted', 'gone'])
    })

    it.each([
      ['only the first of them', ok(foundOf([], { complete: false }))],
      ['a row that cannot be read', ok(foundOf([], { unreadable: 1 }))],
      ['nothing', err(lost)],
    ] as const)('says that nobody can tell where the service answers %s', async (_, answer) => {
      const t = setUp()
      t.provider.lookupResult = async () => answer
      await cut(t)
      await t.clock.advance(60_000)
      expect(rows.map((each) => outcome(t, each))).toEqual(['unknown', 'unknown', 'unknown'])
      expect(t.clock.pending()).toBe(0)
    })

    it('asks nothing more once the account is no longer watched', async () => {
      const t = setUp()
      await cut(t)
      t.disconnects.accountUnwatched(row.accountId)
      await t.clock.advance(60_000)
      expect(t.provider.asked).toEqual([])
      expect(t.written.at(-1)?.outcome).toMatchObject({ error: { kind: 'cancelled' } })
    })
  })
})
