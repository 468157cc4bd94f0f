import { mkdirSync, rmdirSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionLog } from '../../../../../src/main/watch/actions/action-log'
import { Actions } from '../../../../../src/main/watch/actions/actions'
import { Disconnects } from '../../../../../src/main/watch/actions/disconnects'
import { Database } from '../../../../../src/main/watch/history/database'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import { FoundSessions } from '../../../../../src/main/watch/sessions/found-sessions'
import { KnownSessions } from '../../../../../src/main/watch/sessions/known-sessions'
import type { Action, Message } from '../../../../../src/shared/action'
import { graceMs } from '../../../../../src/shared/default-settings'
import { type AppError, err, ok } from '../../../../../src/shared/result'
import type { RosterRow, Session } from '../../../../../src/shared/session'
import { loggedAction, openActionLog, wholeLog } from '../../../../harness/action-log'
import { createFakeClock } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { createFakeProvider, makeSession, watchedAccounts } from '../fakes'

const newFile = temporaryFolder()
const scope = 'a1/hub:1'
const key = 'a1:1'
const text: Message = { kind: 'text', text: 'Hello' }
const handler: Message = { kind: 'handler', handler: 'ping', data: null }
const unknownOutcome: AppError = { kind: 'outcome-unknown', message: 'No answer in 15 s.' }
const refused: AppError = { kind: 'not-found', message: 'No such session.' }

const wompus = makeSession('1', { provider: 'luaprot', userName: 'wompus', userKey: 'key-1' })

/** Actions over a real roster; `heartbeat` is one complete sweep, told to the actions as compose does. */
function setUp(online: Session[]) {
  const clock = createFakeClock()
  const roster = new Roster()
  const provider = createFakeProvider()
  const written: Action[] = []
  const nudges: number[] = []
  const start = clock.now()
  const file = newFile()
  const { log, history, warnings, runLater } = openActionLog(file, clock, written)
  const accounts = watchedAccounts(
    (accountId) => (accountId === 'a1' ? provider : undefined),
    'account a1',
    (scopes) => {
      if (scopes.includes(scope)) nudges.push(clock.now() - start)
    },
  )
  const acting = { clock, sessions: new KnownSessions(roster, new FoundSessions()), accounts, log }
  const disconnects = new Disconnects(acting, {
    markDisconnecting: (marks) => roster.markDisconnecting(marks),
  })
  const identities = (row: RosterRow) => (row.userKey === null ? [] : [row.userKey])
  const actions = new Actions(acting, { identities }, disconnects)
  const heartbeat = (sessions: Session[], startedMs = clock.monotonicMs()) => {
    const listed = { sessions, at: clock.now(), begins: true, completes: true, sweepsUntilGone: 1 as const }
    const change = roster.apply(scope, listed)
    disconnects.left(change?.left ?? [])
    disconnects.arrived(change?.arrived ?? [])
    disconnects.swept(scope, startedMs)
    return change?.arrived ?? []
  }
  heartbeat(online)
  const outcome = () => written.at(-1)?.outcome
  const marked = () => roster.get(key)?.disconnecting ?? null
  return {
    clock,
    roster,
    provider,
    written,
    warnings,
    runLater,
    nudges,
    history,
    file,
    log,
    actions,
    disconnects,
    heartbeat,
    outcome,
    marked,
  }
}

let t: ReturnType<typeof setUp>
beforeEach(() => {
  t = setUp([wompus])
})

describe('messages', () => {
  it('are sent once, with the outcome that the service gave', async () => {
    const result = await t.actions.message(key, text)
    expect(result).toMatchObject({
      ok: true,
      value: {
        kind: 'message',
        sessionKey: key,
        accountId: 'a1',
        target: 'wompus',
        accountLabel: 'account a1',
        sent: text.text,
        requestedAt: t.clock.now(),
        outcome: { kind: 'delivered' },
      },
    })
    expect(t.provider.sent).toEqual(['1'])
    expect(t.written.map(({ outcome }) => outcome.kind)).toEqual(['sending', 'delivered'])
    expect(new Set(t.written.map(({ id }) => id)).size).toBe(1)
  })

  it.each([
    [
      'not processed',
      ok({ kind: 'not-processed', reason: 'busy' } as const),
      { kind: 'not-processed', reason: 'busy' },
    ],
    ['failed', err(refused), { kind: 'failed', error: refused }],
    ['unknown', err(unknownOutcome), { kind: 'unknown', error: unknownOutcome }],
  ])('say when they were %s', async (_case, answer, expected) => {
    t.provider.messageResult = async () => answer
    const result = await t.actions.message(key, text)
    expect(result).toMatchObject({ ok: true, value: { outcome: expected } })
  })

  it('to a session that left send nothing', async () => {
    t.heartbeat([])
    expect(await t.actions.message(key, text)).toMatchObject({ ok: false, error: { kind: 'gone' } })
    expect(t.provider.sent).toEqual([])
    expect(t.written).toEqual([])
  })

  it.each([
    ['junkie', text, 'unsupported'],
    ['vsay', handler, 'unsupported'],
    ['luaprot', handler, 'invalid'],
    ['luaauth', text, 'invalid'],
  ] as const)('that %s cannot take (%j) are refused as %s', async (provider, message, kind) => {
    t = setUp([{ ...wompus, provider }])
    expect(await t.actions.message(key, message)).toMatchObject({ ok: false, error: { kind } })
    expect(t.provider.sent).toEqual([])
  })

  it('that are the same while one is in flight are one', async () => {
    const [first, second, other] = await Promise.all([
      t.actions.message(key, text),
      t.actions.message(key, { ...text }),
      t.actions.message(key, { kind: 'text', text: 'Bye' }),
    ])
    expect(second).toEqual(first)
    expect(other).not.toEqual(first)
    expect(t.provider.sent).toEqual(['1', '1'])
    await t.actions.message(key, text)
    expect(t.provider.sent).toHaveLength(3)
  })
})

describe('a disconnect', () => {
  it('marks the row, is accepted, and is confirmed by the heartbeat that misses the session', async () => {
    const asked = t.actions.disconnect(key)
    expect(t.marked()).toEqual({
      actionId: t.written[0]?.id,
      requestedAt: t.clock.now(),
      mayTakeMs: 90_000,
    })
    expect(await asked).toMatchObject({ ok: true, value: { outcome: { kind: 'accepted' } } })
    await t.clock.advance(41_000)
    expect(t.marked()).not.toBeNull()
    t.heartbeat([])
    expect(t.written.map(({ outcome }) => outcome)).toEqual([
      { kind: 'sending' },
      { kind: 'accepted' },
      { kind: 'gone', afterMs: 41_000 },
    ])
    expect(t.provider.disconnects).toEqual(['1'])
  })

  it('is followed by elapsed time, however the wall clock is set', async () => {
    await t.actions.disconnect(key)
    t.clock.jump(-7_200_000)
    await t.clock.advance(89_999)
    t.heartbeat([wompus])
    expect(t.outcome()).toEqual({ kind: 'accepted' })
    await t.clock.advance(1)
    t.heartbeat([wompus])
    expect(t.outcome()).toEqual({ kind: 'still-listed', afterMs: 90_000 })
    t.clock.jump(86_400_000)
    await t.clock.advance(10_000)
    t.heartbeat([])
    expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 100_000 })
  })

  it('brings heartbeats forward until its time is over', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(600_000)
    expect(t.nudges).toEqual([1_000, 3_000, 8_000, 20_000, 90_000])
  })

  it('stops bringing heartbeats forward once the session is gone', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(2_000)
    t.heartbeat([])
    expect(t.clock.pending()).toBe(0)
  })

  it('is still listed when a heartbeat says so after the documented time, not before', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(89_999)
    t.heartbeat([wompus])
    await t.clock.advance(5_001)
    // It left before the time was over, so it proves nothing.
    t.heartbeat([wompus], t.clock.monotonicMs() - 5_001)
    expect(t.outcome()).toEqual({ kind: 'accepted' })
    t.heartbeat([wompus])
    expect(t.outcome()).toEqual({ kind: 'still-listed', afterMs: 95_000 })
    expect(t.marked()).toBeNull()
  })

  it('waits 30 s where no document says', async () => {
    t = setUp([{ ...wompus, provider: 'luaauth' }])
    await t.actions.disconnect(key)
    expect(t.marked()?.mayTakeMs).toBeNull()
    await t.clock.advance(30_000)
    t.heartbeat([wompus])
    expect(t.outcome()).toEqual({ kind: 'still-listed', afterMs: 30_000 })
  })

  it('is gone when its id is somebody else’s, who is not being disconnected', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(5_000)
    const arrivals = t.heartbeat([{ ...wompus, userName: 'bob', userKey: 'key-2' }])
    expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 5_000 })
    expect(arrivals.map(({ userName }) => userName)).toEqual(['bob'])
    expect(t.marked()).toBeNull()
    await t.clock.advance(100_000)
    t.heartbeat([{ ...wompus, userName: 'bob', userKey: 'key-2' }])
    expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 5_000 })
  })

  it('that came late is gone after all', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(90_000)
    t.heartbeat([wompus])
    await t.clock.advance(30_000)
    t.heartbeat([])
    expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 120_000 })
  })

  it.each([
    ['the same key', 'key-1', true],
    ['another key', 'key-2', false],
  ])('says that the user is back with %s', async (_case, userKey, sameKey) => {
    await t.actions.disconnect(key)
    t.heartbeat([])
    await t.clock.advance(12_000)
    t.heartbeat([{ ...wompus, id: '2', key: 'a1:2', userKey }])
    expect(t.outcome()).toEqual({ kind: 'back', afterMs: 12_000, sameKey })
  })

  it('says it, too, when the user was back before the old session went', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(5_000)
    t.heartbeat([wompus, { ...wompus, id: '2', key: 'a1:2' }])
    await t.clock.advance(5_000)
    t.heartbeat([{ ...wompus, id: '2', key: 'a1:2' }])
    expect(t.written.slice(2).map(({ outcome }) => outcome)).toEqual([
      { kind: 'gone', afterMs: 10_000 },
      { kind: 'back', afterMs: 0, sameKey: true },
    ])
  })

  it('does not call anybody back after ten minutes', async () => {
    await t.actions.disconnect(key)
    t.heartbeat([])
    await t.clock.advance(600_001)
    t.heartbeat([{ ...wompus, id: '2', key: 'a1:2' }])
    expect(t.outcome()).toMatchObject({ kind: 'gone' })
  })

  it('that failed leaves the row as it was', async () => {
    t.provider.disconnectResult = async () => err(refused)
    expect(await t.actions.disconnect(key)).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'failed', error: refused } },
    })
    expect(t.marked()).toBeNull()
    t.heartbeat([])
    expect(t.outcome()).toMatchObject({ kind: 'failed' })
  })

  it('of a session that the service says has left is gone at once, and heartbeats are asked', async () => {
    t.provider.disconnectResult = async () => {
      await t.clock.advance(200)
      return err({ kind: 'gone', message: 'It has left.' })
    }
    expect(await t.actions.disconnect(key)).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'gone', afterMs: 200 } },
    })
    expect(t.marked()).toBeNull()
    expect(t.nudges).toEqual([200])
    t.heartbeat([])
    t.heartbeat([{ ...wompus, id: '2', key: 'a1:2' }])
    expect(t.outcome()).toMatchObject({ kind: 'back', sameKey: true })
  })

  it('whose answer never came stays marked until heartbeats tell', async () => {
    t.provider.disconnectResult = async () => err(unknownOutcome)
    await t.actions.disconnect(key)
    expect(t.outcome()).toEqual({ kind: 'unknown', error: unknownOutcome })
    expect(t.marked()).not.toBeNull()
    await t.clock.advance(20_000)
    t.heartbeat([])
    expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 20_000 })
  })

  it('is gone even when a heartbeat knew before the service answered', async () => {
    let answer: () => void = () => undefined
    t.provider.disconnectResult = () =>
      new Promise((resolve) => {
        answer = () => resolve(ok(undefined))
      })
    const asked = t.actions.disconnect(key)
    await t.clock.advance(2_000)
    t.heartbeat([])
    await t.clock.advance(3_000)
    answer()
    expect(await asked).toMatchObject({ ok: true, value: { outcome: { kind: 'gone', afterMs: 2_000 } } })
  })

  it('asked for again while it is pending is the same action, on the wire once', async () => {
    const [first, second] = await Promise.all([t.actions.disconnect(key), t.actions.disconnect(key)])
    expect(second).toEqual(first)
    await t.clock.advance(10_000)
    expect(await t.actions.disconnect(key)).toEqual(first)
    expect(t.provider.disconnects).toEqual(['1'])
  })

  it('can be asked for anew once the first is known to have done nothing', async () => {
    await t.actions.disconnect(key)
    await t.clock.advance(90_000)
    t.heartbeat([wompus])
    await t.actions.disconnect(key)
    expect(t.provider.disconnects).toEqual(['1', '1'])
    expect(t.marked()).not.toBeNull()
  })

  describe('that no heartbeat confirms in time', () => {
    const cannotTell: AppError = { kind: 'timeout', message: 'No answer in 15 s.' }

    it('is confirmed by the session’s own endpoint', async () => {
      t.provider.liveResult = async () => ok(false)
      await t.actions.disconnect(key)
      await t.clock.advance(109_999)
      expect(t.outcome()).toEqual({ kind: 'accepted' })
      await t.clock.advance(1)
      expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 110_000 })
      expect(t.provider.checked).toEqual(['1'])
      expect(t.marked()).toBeNull()
    })

    it('is still listed if that says so, and gone once a heartbeat does', async () => {
      await t.actions.disconnect(key)
      await t.clock.advance(110_000)
      expect(t.outcome()).toEqual({ kind: 'still-listed', afterMs: 110_000 })
      expect(t.marked()).toBeNull()
      await t.clock.advance(790_000)
      t.heartbeat([])
      expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 900_000 })
    })

    it('ends as not confirmed where nobody can tell, and can be asked for again', async () => {
      t.provider.liveResult = async () => err(cannotTell)
      const first = await t.actions.disconnect(key)
      await t.clock.advance(110_000)
      expect(t.outcome()).toMatchObject({
        kind: 'unknown',
        error: { kind: 'outcome-unknown', message: expect.stringContaining('could not be confirmed') },
      })
      expect(t.marked()).toBeNull()
      const second = await t.actions.disconnect(key)
      expect(second.ok && first.ok && second.value.id !== first.value.id).toBe(true)
      expect(t.provider.disconnects).toEqual(['1', '1'])
      expect(t.marked()).not.toBeNull()
    })

    it.each([
      ['gone', [], { kind: 'gone', afterMs: 900_000 }],
      ['still listed', [wompus], { kind: 'still-listed', afterMs: 900_000 }],
    ] as const)('is %s after all when heartbeats tell again', async (_, listed, expected) => {
      t.provider.liveResult = async () => err(cannotTell)
      await t.actions.disconnect(key)
      await t.clock.advance(900_000)
      t.heartbeat([...listed])
      expect(t.outcome()).toEqual(expected)
      t.heartbeat([...listed])
      expect(t.outcome()).toEqual(expected)
    })

    it('believes the heartbeat that comes while the service is asked', async () => {
      let answer = (_: boolean) => {}
      t.provider.liveResult = () =>
        new Promise((resolve) => {
          answer = (live) => resolve(ok(live))
        })
      await t.actions.disconnect(key)
      await t.clock.advance(112_000)
      t.heartbeat([])
      answer(true)
      await t.clock.advance(1_000)
      expect(t.outcome()).toEqual({ kind: 'gone', afterMs: 112_000 })
    })

    it('is one of at most ten that are asked for at a time', async () => {
      const many = Array.from({ length: 30 }, (_, index) =>
        makeSession(`m${index}`, { provider: 'luaprot', userName: `user ${index}` }),
      )
      t = setUp(many)
      t.provider.liveResult = () => new Promise(() => undefined)
      for (const session of many) await t.actions.disconnect(session.key)
      await t.clock.advance(200_000)
      expect(t.provider.checked).toHaveLength(10)
      const latest = new Map(t.written.map(({ id, outcome }) => [id, outcome.kind]))
      const kinds = [...latest.values()]
      expect(kinds.filter((kind) => kind === 'unknown')).toHaveLength(20)
      expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(10)
    })
  })

  it('is followed by the user’s new session where the service gives it the same id', async () => {
    const startedAt = t.clock.now() - 600_000
    t = setUp([{ ...wompus, startedAt }])
    await t.actions.disconnect(key)
    await t.clock.advance(12_000)
    t.heartbeat([{ ...wompus, startedAt: startedAt - 1_000 }])
    expect(t.outcome()).toEqual({ kind: 'accepted' })
    t.heartbeat([{ ...wompus, startedAt: t.clock.now() - 2_000 }])
    expect(t.written.slice(-2).map(({ outcome }) => outcome)).toEqual([
      { kind: 'gone', afterMs: 12_000 },
      { kind: 'back', afterMs: 0, sameKey: true },
    ])
    expect(t.marked()).toBeNull()
  })

  it('of a session that left, or at a service that has none, sends nothing', async () => {
    t.heartbeat([])
    expect(await t.actions.disconnect(key)).toMatchObject({ ok: false, error: { kind: 'gone' } })
    t = setUp([{ ...wompus, provider: 'junkie' }])
    expect(await t.actions.disconnect(key)).toMatchObject({ ok: false, error: { kind: 'unsupported' } })
    expect(t.provider.disconnects).toEqual([])
  })

  it('of an account that is no longer watched ends as unknown', async () => {
    await t.actions.disconnect(key)
    const change = t.roster.dropScope(scope)
    t.disconnects.unwatched(change?.patch.removes ?? [])
    expect(t.outcome()).toMatchObject({ kind: 'unknown', error: { kind: 'cancelled' } })
    expect(t.clock.pending()).toBe(0)
  })
})

describe('the action log', () => {
  it('answers what was done to a session, oldest first and no more than its latest 100, of an earlier run too', () => {
    const start = t.clock.now()
    const many = Array.from({ length: 101 }, (_, index) =>
      loggedAction(`a${index}`, { requestedAt: start + index }),
    )
    const other = loggedAction('other', { sessionKey: 'a1:2', requestedAt: start })
    t.log.writeAll([...many, other].map((action) => ({ action })))
    t.history.close()
    const { log } = openActionLog(t.file, t.clock, [])
    const list = log.about('a1:1')
    expect(list.map(({ id }) => id)).toEqual(many.slice(1).map(({ id }) => id))
    expect(log.about('a1:2')).toEqual([other])
    expect(log.about('a1:3')).toEqual([])
  })

  it('answers with the outcome of which it was told where the file could not take it', () => {
    t.log.write(loggedAction('a', { batchId: 'b', outcome: { kind: 'sending' } }), ['key-1'])
    const file = (sql: string) => t.history.use((database) => database.script(sql))
    file("CREATE TRIGGER full BEFORE UPDATE ON actions BEGIN SELECT RAISE(FAIL, 'full'); END")
    t.log.settle(loggedAction('a', { batchId: 'b' }))
    const answers = () => {
      const [found, batch] = [t.log.search(wholeLog), t.log.ofBatch('b')]
      const lists = [t.log.about('a1:1'), t.log.byIdentity(['key-1']), batch.ok ? batch.value : []]
      return [...lists, found.ok ? found.value.actions : []].map((list) =>
        list.map(({ outcome }) => outcome.kind),
      )
    }
    expect(answers()).toEqual([['delivered'], ['delivered'], ['delivered'], ['delivered']])
    file('DROP TRIGGER full')
    t.log.settle(loggedAction('a', { batchId: 'b', outcome: { kind: 'not-processed', reason: 'no' } }))
    expect(answers()[0]).toEqual(['not-processed'])
  })

  it('knows an action before its request leaves', async () => {
    const atTheService: unknown[] = []
    const kept = () => t.history.use((database) => database.all('SELECT kind, outcome_kind FROM actions'))
    t.provider.messageResult = async () => {
      atTheService.push(...kept())
      return ok({ kind: 'delivered' } as const)
    }
    await t.actions.message(key, text)
    expect(atTheService).toEqual([{ kind: 'message', outcome_kind: 'sending' }])
  })

  it('finds an action by what its human is known by', async () => {
    await t.actions.disconnect(key)
    expect(t.log.byIdentity([' KEY-1 '])).toEqual(t.log.about(key))
    expect(t.log.about(key)).toHaveLength(1)
    expect(t.log.byIdentity(['key-2', ''])).toEqual([])
  })

  it('lets nothing leave that it cannot keep', async () => {
    mkdirSync(t.file)
    const refusal = err({ kind: 'internal', message: expect.stringContaining('nothing was sent') })
    expect(await t.actions.message(key, text)).toEqual(refusal)
    expect(await t.actions.disconnect(key)).toEqual(refusal)
    expect([...t.provider.sent, ...t.provider.disconnects, ...t.written]).toEqual([])
    expect(t.marked()).toBeNull()
    expect(t.warnings.length).toBeGreaterThan(0)
    rmdirSync(t.file)
    expect(await t.actions.message(key, text)).toMatchObject({ ok: true })
  })

  it('lets nothing leave while another program holds the file, says so, and keeps an outcome for later', async () => {
    t.log.write(loggedAction('old', { requestedAt: t.clock.now() }))
    const other = new Database(t.file)
    other.script('BEGIN IMMEDIATE')
    expect(await t.actions.message(key, text)).toMatchObject({
      error: { kind: 'internal', message: expect.stringMatching(/Another program.*nothing was sent/) },
    })
    expect(t.provider.sent).toEqual([])
    other.script('COMMIT')
    t.provider.messageResult = async () => {
      other.script('BEGIN IMMEDIATE')
      return ok({ kind: 'delivered' } as const)
    }
    expect(await t.actions.message(key, text)).toMatchObject({ value: { outcome: { kind: 'delivered' } } })
    t.runLater()
    other.script('COMMIT')
    other.close()
    t.runLater()
    t.history.close()
    const { log } = openActionLog(t.file, t.clock, [])
    expect(log.about(key).map(({ outcome }) => outcome.kind)).toEqual(['delivered', 'delivered'])
  })

  it('tells an outcome even where it can no longer be kept', async () => {
    t.provider.messageResult = async () => {
      t.history.use((database) => database.script('PRAGMA query_only = ON'))
      return ok({ kind: 'delivered' } as const)
    }
    expect(await t.actions.message(key, text)).toMatchObject({ value: { outcome: { kind: 'delivered' } } })
    expect(t.outcome()).toEqual({ kind: 'delivered' })
    expect(t.warnings).toEqual([expect.stringContaining('SQLITE_READONLY')])
  })
})

describe('what waits before it leaves', () => {
  const logged = (log: ActionLog) => {
    const page = log.search(wholeLog)
    return page.ok ? page.value.actions : []
  }

  it('is recorded at once and leaves after the grace time', async () => {
    const sending = t.actions.message(key, text, true)
    expect(logged(t.log).map(({ outcome }) => outcome.kind)).toEqual(['planned'])
    await t.clock.advance(graceMs - 1)
    expect(t.provider.sent).toEqual([])
    await t.clock.advance(1)
    expect(await sending).toMatchObject({ ok: true, value: { outcome: { kind: 'delivered' } } })
    expect(t.provider.sent).toEqual(['1'])
    expect(logged(t.log)).toHaveLength(1)
    expect(t.actions.undo(key, text)).toBe(false)
  })

  it.each([
    ['message', text],
    ['disconnect', null],
  ])('never leaves once it was undone: a %s', async (_kind, message) => {
    const act = () => (message ? t.actions.message(key, message, true) : t.actions.disconnect(key, true))
    const asked = act()
    expect(t.actions.undo(key, message)).toBe(true)
    expect(await asked).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'unsent', reason: 'you undid it' } },
    })
    await t.clock.advance(2 * graceMs)
    expect([...t.provider.sent, ...t.provider.disconnects]).toEqual([])
    expect(t.marked()).toBeNull()
    // It can be asked for again.
    const again = act()
    await t.clock.advance(graceMs)
    await again
    expect([...t.provider.sent, ...t.provider.disconnects]).toEqual(['1'])
  })

  it('is one action however often it is asked for, and undone as one', async () => {
    const both = [t.actions.disconnect(key, true), t.actions.disconnect(key, true)]
    expect(logged(t.log)).toHaveLength(1)
    t.actions.undo(key, null)
    const [first, second] = await Promise.all(both)
    expect(first).toEqual(second)
  })

  it('does not leave for a session that left meanwhile', async () => {
    const asked = t.actions.disconnect(key, true)
    t.heartbeat([])
    await t.clock.advance(graceMs)
    expect(await asked).toMatchObject({
      value: { outcome: { kind: 'unsent', reason: 'the session had left by then' } },
    })
    expect(t.provider.disconnects).toEqual([])
  })

  it('was not sent where the app ended meanwhile, and the log says so', async () => {
    void t.actions.message(key, text, true)
    t.history.close()
    const { log } = openActionLog(t.file, t.clock, [])
    expect(logged(log).map(({ outcome }) => outcome.kind)).toEqual(['unsent'])
  })
})
