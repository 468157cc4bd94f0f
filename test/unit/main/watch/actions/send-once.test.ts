import { beforeEach, describe, expect, it } from 'vitest'
import { notRecorded } from '../../../../../src/main/watch/actions/action-log'
import { sendOnce } from '../../../../../src/main/watch/actions/send-once'
import type { Departure } from '../../../../../src/main/watch/providers/provider'
import { RateBudget } from '../../../../../src/main/watch/providers/rate-budget'
import type { Action } from '../../../../../src/shared/action'
import { err, ok, type Result } from '../../../../../src/shared/result'
import { loggedAction, openActionLog } from '../../../../harness/action-log'
import { createFakeClock, type FakeClock, settle } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'

const newFile = temporaryFolder()
const action = loggedAction('a', { outcome: { kind: 'planned' } })

describe('an action’s one request', () => {
  let clock: FakeClock
  let budget: RateBudget
  let told: Action[]
  let opened: ReturnType<typeof openActionLog>
  let hits: number

  beforeEach(() => {
    clock = createFakeClock()
    budget = new RateBudget(clock, [])
    told = []
    hits = 0
    opened = openActionLog(newFile(), clock, told)
  })

  /** As the client does: wait for the turn, say that it leaves, then it is on the wire. */
  const ask = async ({ kind = 'bulk', signal, leaves }: Departure): Promise<Result<void>> => {
    const turn = await budget.take(kind, signal)
    if (!turn.ok) return turn
    if (!leaves()) return err({ kind: 'cancelled', message: 'Withdrawn.' })
    hits += 1
    return ok(undefined)
  }
  const send = () => sendOnce({ clock, log: opened.log }, { action }, ask)
  const kept = () => opened.log.about(action.sessionKey ?? '').map(({ outcome }) => outcome.kind)
  const outcomes = () => told.map(({ outcome }) => outcome.kind)

  it('is told as on its way when it leaves, and never as waiting where it leaves at once', async () => {
    expect(await send()).toEqual(ok(ok(undefined)))
    await clock.advance(10_000)
    expect({ told: outcomes(), kept: kept(), hits }).toEqual({
      told: ['sending'],
      kept: ['sending'],
      hits: 1,
    })
    expect(clock.pending()).toBe(0)
  })

  it('reads as waiting, not as sent, while the service’s word holds it', async () => {
    budget.observe({ limit: 60, remaining: 0, resetInMs: 20_000 })
    const sent = send()
    expect(kept()).toEqual(['planned'])
    await clock.advance(19_999)
    expect({ told: outcomes(), kept: kept(), hits }).toEqual({
      told: ['planned'],
      kept: ['planned'],
      hits: 0,
    })
    await clock.advance(1)
    expect(await sent).toEqual(ok(ok(undefined)))
    expect({ told: outcomes(), hits }).toEqual({ told: ['planned', 'sending'], hits: 1 })
  })

  it('is refused at once where the hold is longer than a person waits, and never reads as sent', async () => {
    budget.observe({ limit: 60, remaining: 0, resetInMs: 3_600_000 })
    expect(await send()).toMatchObject({ ok: true, value: { ok: false, error: { kind: 'rate-limited' } } })
    expect({ told: outcomes(), kept: kept(), hits }).toEqual({
      told: ['planned'],
      kept: ['planned'],
      hits: 0,
    })
    expect(clock.pending()).toBe(0)
  })

  it('does not leave where it cannot be recorded that it does', async () => {
    budget.block(20_000)
    const sent = send()
    opened.history.close()
    await clock.advance(20_000)
    await settle()
    expect(await sent).toEqual(err(notRecorded(null)))
    expect({ told: outcomes(), hits }).toEqual({ told: [], hits: 0 })
  })
})
