import { beforeEach, describe, expect, it } from 'vitest'
import { notRecorded } from '../../../../../src/main/watch/actions/action-log'
import { TerminalActions } from '../../../../../src/main/watch/actions/terminal-actions'
import type { Departure } from '../../../../../src/main/watch/providers/provider'
import type { Action } from '../../../../../src/shared/action'
import { type AppError, err, ok, type Result } from '../../../../../src/shared/result'
import { createFakeClock, type FakeClock } from '../../../../harness/fake-clock'

const ops = { id: 'a1', label: 'Ops', provider: 'vsay' } as const
const made = { sessionId: 's1', token: 'the-token', websocketUrl: 'wss://vsay.example/s1?t=the-token' }
const lost: AppError = { kind: 'outcome-unknown', message: 'No answer.' }
const refused: AppError = { kind: 'unauthorized', message: 'No.' }
const withdrawn: AppError = { kind: 'cancelled', message: 'Withdrawn.' }
const gone: AppError = { kind: 'gone', message: 'It has ended.' }

describe('the sessions of our own terminals', () => {
  let clock: FakeClock
  let written: Action[]
  let hashed: (readonly string[])[]
  let sent: string[]
  let actions: TerminalActions
  let record: (action: Action) => Result<void>

  beforeEach(() => {
    clock = createFakeClock()
    written = []
    hashed = []
    sent = []
    record = (action) => {
      written.push(action)
      return ok(undefined)
    }
    actions = new TerminalActions({
      clock,
      log: {
        plan: (_action, identities = []) => {
          hashed.push(identities)
          return ok(undefined)
        },
        record: (action) => record(action),
        settle: (action) => void written.push(action),
      },
      identities: (key) => (key === 'a1:s1' ? ['ada'] : []),
    })
  })

  const leaving =
    <T>(answer: Result<T>) =>
    async ({ leaves }: Departure): Promise<Result<T>> => {
      if (!leaves()) return err(withdrawn)
      sent.push(`after ${written.length} written`)
      await clock.advance(40)
      return answer
    }
  const outcomes = () => written.map(({ outcome }) => outcome)

  it('are written before their creation leaves, and again with the session that it made', async () => {
    expect(await actions.create(ops, 'web\u202e-1', leaving(ok(made)))).toEqual(ok(made))
    expect(sent).toEqual(['after 1 written'])
    expect(written[0]).toMatchObject({
      kind: 'session-create',
      accountId: 'a1',
      accountLabel: 'Ops',
      provider: 'vsay',
      sessionKey: null,
      target: 'web -1',
      sent: null,
      outcome: { kind: 'sending' },
    })
    expect(written[1]).toEqual({ ...written[0], sessionKey: 'a1:s1', outcome: { kind: 'delivered' } })
    expect(JSON.stringify(written)).not.toContain('the-token')
  })

  it('have one outcome whatever came of their creation', async () => {
    expect(await actions.create(ops, 'web-1', leaving(err(lost)))).toEqual(err(lost))
    expect(await actions.create(ops, 'web-1', leaving(err(refused)))).toEqual(err(refused))
    expect([outcomes()[1], outcomes()[3]]).toEqual([
      { kind: 'unknown', error: lost },
      { kind: 'failed', error: refused },
    ])
    expect(written[1]?.sessionKey).toBeNull()
  })

  it('are written when they are ended, by whom they are known', async () => {
    expect(await actions.end(ops, 's1', 'web-1', leaving(ok(undefined)))).toEqual(ok(undefined))
    expect(sent).toEqual(['after 1 written'])
    expect(hashed).toEqual([['ada']])
    expect(written[1]).toMatchObject({ kind: 'session-end', sessionKey: 'a1:s1', target: 'web-1' })
    expect(outcomes()).toEqual([{ kind: 'sending' }, { kind: 'delivered' }])
  })

  it('that had ended by themselves are gone, which is no failure', async () => {
    expect(await actions.end(ops, 's1', 'web-1', leaving(err(gone)))).toEqual(err(gone))
    expect(outcomes().at(-1)).toEqual({ kind: 'gone', afterMs: 40 })
  })

  it('are neither created nor ended where that cannot be written', async () => {
    record = () => err(notRecorded(null))
    expect(await actions.create(ops, 'web-1', leaving(ok(made)))).toEqual(err(notRecorded(null)))
    expect(await actions.end(ops, 's1', 'web-1', leaving(ok(undefined)))).toEqual(err(notRecorded(null)))
    expect(sent).toEqual([])
    expect(written).toEqual([])
  })
})
