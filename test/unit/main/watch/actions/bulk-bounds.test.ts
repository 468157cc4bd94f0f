import { beforeEach, describe, expect, it } from 'vitest'
import type { BulkDraft } from '../../../../../src/shared/bulk'
import { settle } from '../../../../harness/fake-clock'
import { temporaryFolder } from '../../../../harness/temporary-folder'
import { makeAccount, makeSession } from '../fakes'
import { setUpBulk } from './bulk-setup'

const newFile = temporaryFolder()
const account = makeAccount({ id: 'a', provider: 'luaauth' })
const online = Array.from({ length: 2_500 }, (_, index) =>
  makeSession(`${index}`, { accountId: 'a', key: `a:${index}`, provider: 'luaauth' }),
)
const everybody: BulkDraft = {
  kind: 'disconnect',
  target: { kind: 'sessions', keys: online.map(({ key }) => key) },
  messages: [],
  waitMs: 0,
}
const one = (key: string): BulkDraft => ({
  ...everybody,
  kind: 'message',
  target: { kind: 'sessions', keys: [key] },
  messages: [{ kind: 'handler', handler: 'notice', data: null }],
})

let setup: ReturnType<typeof setUpBulk>
beforeEach(() => {
  const windows = [{ limit: 50, perMs: 1_000 }]
  const behave = () => ({ error: null, afterMs: 100 })
  setup = setUpBulk(newFile(), [{ account, windows, behave, many: true }], online)
})

describe('a bulk action over very many', () => {
  it('records them in turns, and nothing leaves before all are recorded', async () => {
    const id = setup.begin(everybody)
    const recorded = () => {
      const found = setup.log.ofBatch(id)
      return found.ok ? found.value.length : 0
    }
    expect(recorded()).toBe(2_000)
    await settle()
    expect({ recorded: recorded(), hits: setup.hits('a') }).toEqual({ recorded: 2_000, hits: [] })
    await setup.clock.advance(0)
    expect(recorded()).toBe(2_500)
    await setup.clock.advance(900)
    expect(setup.hits('a')).toHaveLength(25)
    // The window hears of each when it leaves, not that it is planned.
    expect(new Set(setup.heard.map(({ outcome }) => outcome.kind))).toEqual(new Set(['sending', 'accepted']))
  })

  it('is made ready in turns, and begun once however often it is asked for meanwhile', async () => {
    const preview = setup.bulk.preview(everybody)
    if (!preview.ok) throw new Error(preview.error.message)
    const { planId, confirmation } = preview.value
    const start = () => setup.bulk.startInTurns({ planId, confirmation, reason: 'enough' })
    const answers = [start(), start()]
    await settle()
    expect(setup.batches).toEqual([])
    await setup.clock.advance(0)
    const [first, second] = await Promise.all(answers)
    expect(first).toMatchObject({
      ok: true,
      value: { id: planId, reason: 'enough', counts: { total: 2_500 } },
    })
    expect(second).toMatchObject({ ok: true, value: { id: planId } })
    await setup.clock.advance(900)
    expect(setup.hits('a')).toHaveLength(25)
    expect(new Set(setup.items(planId).map(({ sessionKey }) => sessionKey)).size).toBe(2_500)
    expect(await setup.bulk.startInTurns({ planId: 'other', confirmation, reason: null })).toMatchObject({
      error: { kind: 'not-found' },
    })
  })

  it.each(['stop', 'a full disk'])(
    'sends nothing where %s comes before everybody is recorded',
    async (what) => {
      const id = setup.begin(everybody)
      setup.bulk.control({ id, command: 'pause' })
      if (what === 'stop') setup.bulk.control({ id, command: 'stop' })
      else setup.history.use((database) => database.script('DROP TABLE actions'))
      await setup.clock.advance(60_000)
      expect(setup.hits('a')).toEqual([])
      expect(setup.batch(id)).toMatchObject({ state: 'stopped', counts: { total: 2_500, unsent: 2_500 } })
    },
  )

  it('whose plan cannot be recorded at all does not read as running, and can be started again', async () => {
    const preview = setup.bulk.preview(everybody)
    if (!preview.ok) throw new Error(preview.error.message)
    const { planId, confirmation } = preview.value
    const start = () => setup.bulk.start({ planId, confirmation, reason: null })
    const script = (sql: string) => setup.history.use((database) => database.script(sql))
    script(`CREATE TRIGGER full BEFORE INSERT ON actions BEGIN SELECT RAISE(ABORT, 'full'); END`)
    expect(start()).toMatchObject({ error: { kind: 'internal' } })
    await setup.clock.advance(60_000)
    expect(setup.hits('a')).toEqual([])
    expect(setup.batch(planId)).toMatchObject({ state: 'stopped', counts: { planned: 0, unsent: 2_500 } })
    script('DROP TRIGGER full')
    expect(start()).toMatchObject({ ok: true, value: { id: planId, state: 'running' } })
    await setup.live(60_000)
    expect(setup.batch(planId)).toMatchObject({ state: 'done', counts: { done: 2_500 } })
  })

  it('stopped, records in turns what never leaves', async () => {
    const id = setup.begin({ ...one('a:0'), target: everybody.target })
    await setup.clock.advance(0)
    setup.bulk.control({ id, command: 'stop' })
    expect(setup.batch(id)).toMatchObject({ state: 'stopping', counts: { unsent: 1 } })
    await setup.clock.advance(1_000)
    const { state, counts } = setup.batch(id)
    expect({ state, planned: counts.planned, ended: counts.done + counts.unsent }).toEqual({
      state: 'stopped',
      planned: 0,
      ended: 2_500,
    })
  })

  it('paused before everybody is recorded waits for its resumption', async () => {
    const id = setup.begin(everybody)
    setup.bulk.control({ id, command: 'pause' })
    await setup.clock.advance(60_000)
    expect({ state: setup.batch(id).state, hits: setup.hits('a') }).toEqual({ state: 'paused', hits: [] })
    setup.bulk.control({ id, command: 'resume' })
    await setup.clock.advance(900)
    expect(setup.batch(id)).toMatchObject({ state: 'done', counts: { done: 2_500 } })
  })
})

describe('what is kept in memory', () => {
  it('are the latest plans', () => {
    const [first, ...later] = ['a:0', 'a:1', 'a:2', 'a:3'].map((key) => {
      const preview = setup.bulk.preview(one(key))
      return preview.ok ? preview.value.planId : ''
    })
    const start = (planId = '') => setup.bulk.start({ planId, confirmation: null, reason: null })
    expect(start(first)).toMatchObject({ error: { kind: 'not-found' } })
    for (const planId of later) expect(start(planId)).toMatchObject({ ok: true })
  })

  it('are the latest bulk actions; the log is asked for the others', async () => {
    const first = setup.begin(one('a:0'), 'first')
    await setup.clock.advance(1_000)
    for (let later = 0; later < 25; later += 1) {
      setup.begin(one('a:0'))
      await setup.clock.advance(1_000)
    }
    expect(setup.bulk.control({ id: first, command: 'stop' })).toMatchObject({ error: { kind: 'not-found' } })
    expect(setup.batch(first)).toMatchObject({ state: 'done', counts: { done: 1 } })
    expect(setup.items(first)).toMatchObject([{ reason: 'first', outcome: { kind: 'delivered' } }])
  })
})
