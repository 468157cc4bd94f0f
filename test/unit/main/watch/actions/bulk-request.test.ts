import { beforeEach, describe, expect, it } from 'vitest'
import type { BulkDraft } from '../../../../../src/shared/bulk'
import type { LookupQuestion } from '../../../../../src/shared/lookup'
import { type AppError, ok } from '../../../../../src/shared/result'
import type { Session } from '../../../../../src/shared/session'
import { settle } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { foundOf, makeAccount, makeSession } from '../fakes'
import { type Behave, setUpBulk } from './bulk-setup'

const newFile = temporaryFolder()
const account = makeAccount({ id: 'v', provider: 'vsay' })
const online = ['0', '1'].map((id) => makeSession(id, { accountId: 'v', key: `v:${id}`, provider: 'vsay' }))
const draft = (...keys: string[]): BulkDraft => ({
  kind: 'disconnect',
  target: { kind: 'sessions', keys },
  messages: [],
  waitMs: 0,
})

let behave: Behave
let setup: ReturnType<typeof setUpBulk>
beforeEach(() => {
  behave = () => ({ error: null, afterMs: 100 })
  const windows = [{ limit: 50, perMs: 1_000 }]
  setup = setUpBulk(newFile(), [{ account, windows, behave: (ids, time) => behave(ids, time) }], online)
})

const question = { provider: 'vsay', status: 'active' } as const

describe('a request of a bulk action', () => {
  it('reaches who was only found by a look-up, but for a session that is over', async () => {
    const unlisted = (id: string, status: string) =>
      makeSession(id, { accountId: 'v', key: `v:${id}`, provider: 'vsay', status })
    setup.found.add([unlisted('x', 'active'), unlisted('y', 'closed')], question)
    const keys = ['v:0', 'v:x', 'v:y']
    expect(setup.bulk.preview(draft(...keys))).toMatchObject({
      value: { reached: 2, accounts: [{ unreachable: [{ reason: 'it has already left', count: 1 }] }] },
    })
    const id = setup.begin(draft(...keys))
    await setup.clock.advance(1_000)
    expect(setup.hits('v').map(({ ids }) => ids)).toEqual([['0'], ['x']])
    expect(setup.outcomes(id)).toEqual(['accepted', 'accepted'])
  })

  it('asks the question that found them who of them is gone, and not for each', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `f${index}`)
    const found = ids.map((id) =>
      makeSession(id, { accountId: 'v', key: `v:${id}`, provider: 'vsay', status: 'active' }),
    )
    setup.found.add(found, question)
    const service = setup.watched.get('v')?.provider
    if (!service) throw new Error('nobody watches')
    const asked: LookupQuestion[] = []
    const checked: string[] = []
    service.isLive = async (session) => {
      checked.push(session.id)
      return ok(true)
    }
    service.lookup = async (wanted) => {
      asked.push(wanted)
      return ok(foundOf(found.slice(29)))
    }
    const id = setup.begin(draft(...found.map(({ key }) => key)))
    await setup.clock.advance(1_500)
    expect(new Set(setup.outcomes(id))).toEqual(new Set(['accepted']))
    expect(setup.bulk.preview(draft('v:f29'))).toMatchObject({ value: { reached: 0 } })
    await setup.clock.advance(60_000)
    expect(setup.outcomes(id).filter((kind) => kind === 'gone')).toHaveLength(29)
    expect(setup.outcomes(id)[29]).toBe('still-listed')
    expect(setup.batch(id).counts).toMatchObject({ total: 30, done: 29, failed: 1 })
    expect(asked).toEqual([question])
    expect(checked).toEqual(['f29'])
  })

  it('does not reach who has the id of a session by now', async () => {
    const [alice, bob] = ['Alice', 'Bob'].map((userName) => ({ ...online[0], userName }) as Session)
    setup.heartbeat('v', [alice as Session])
    const preview = setup.bulk.preview(draft('v:0'))
    if (!preview.ok) throw new Error(preview.error.message)
    setup.heartbeat('v', [bob as Session])
    const { planId } = preview.value
    expect(setup.bulk.start({ planId, confirmation: null, reason: null })).toMatchObject({ ok: true })
    await setup.clock.advance(1_000)
    expect(setup.hits('v')).toEqual([])
    expect(setup.items(planId).map(({ outcome }) => outcome)).toEqual([
      { kind: 'unsent', reason: expect.stringContaining('somebody else') },
    ])
  })

  it('takes back what was recorded as leaving and never left, and sends it once', async () => {
    const withdrawn: AppError = { kind: 'cancelled', message: 'Withdrawn before anything was sent.' }
    behave = (_, time) => ({ error: time === 1 ? withdrawn : null, afterMs: 100 })
    const id = setup.begin(draft('v:0'))
    await setup.clock.advance(1_000)
    expect(setup.heard.map(({ outcome }) => outcome.kind)).toEqual([
      'sending',
      'planned',
      'sending',
      'accepted',
    ])
    expect(setup.batch(id).counts).toMatchObject({ total: 1, done: 1, planned: 0, sending: 0 })
    const late = setup.begin(draft('v:1'))
    await settle()
    setup.bulk.control({ id: late, command: 'stop' })
    await setup.clock.advance(60_000)
    expect(setup.outcomes(late)).toEqual(['unsent'])
    expect(setup.roster.get('v:1')?.disconnecting).toBeNull()
    expect(setup.hits('v').filter(({ ids }) => ids[0] === '1')).toHaveLength(1)
  })
})
