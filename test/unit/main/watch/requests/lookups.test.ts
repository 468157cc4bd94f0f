import { describe, expect, it } from 'vitest'
import type { Provider } from '../../../../../src/main/watch/providers/provider'
import { lookupHandlers } from '../../../../../src/main/watch/requests/lookups'
import { FoundSessions } from '../../../../../src/main/watch/sessions/found-sessions'
import type { LookupQuestion } from '../../../../../src/shared/lookup'
import { ok } from '../../../../../src/shared/result'
import { createFakeProvider, foundOf, makeSession } from '../fakes'

const question: LookupQuestion = { provider: 'luaauth', scriptId: 's1', key: 'KEY' }

function setUp() {
  const provider = createFakeProvider()
  let watched: Provider | undefined = provider
  const found = new FoundSessions()
  const told: unknown[] = []
  const handlers = lookupHandlers(
    (accountId) => (accountId === 'a1' ? watched : undefined),
    found,
    (payload) => told.push(payload),
  )
  const run = (lane = 'l') => handlers['lookup.run']({ lane, accountId: 'a1', question })
  const unwatch = () => {
    watched = undefined
  }
  return { provider, found, told, handlers, run, unwatch }
}

describe('the window’s look-ups', () => {
  it('asks the account’s service and remembers what was found as rows that no scope lists', async () => {
    const { provider, found, run } = setUp()
    const session = makeSession('x')
    provider.lookupResult = async () => ok(foundOf([session]))
    expect(await run()).toMatchObject({ ok: true, value: { sessions: [{ id: 'x' }] } })
    expect(provider.asked.map((each) => each.question)).toEqual([question])
    expect(found.get(session.key)).toEqual({ ...session, scopes: [], missedSince: null, disconnecting: null })
  })

  it('tells how far it has come, and nothing more of a question that was stopped', async () => {
    const { provider, told, handlers, run } = setUp()
    let report: (done: number, total: number | null) => void = () => undefined
    provider.lookup = async (_question, _signal, onFound) => {
      report = onFound ?? report
      report(50, 130)
      return ok(foundOf([]))
    }
    await run('pages')
    expect(told).toEqual([{ lane: 'pages', done: 50, total: 130 }])
    const stopped = run('pages')
    await handlers['lookup.cancel']({ lane: 'pages' })
    await stopped
    report(100, 130)
    expect(told).toHaveLength(2)
  })

  it('refuses an account that is not watched', async () => {
    const { handlers } = setUp()
    const result = await handlers['lookup.run']({ lane: 'l', accountId: 'other', question })
    expect(result).toMatchObject({ error: { kind: 'not-found' } })
  })

  it('stops the look-up before in the same lane, and no other', async () => {
    const { provider, found, run } = setUp()
    const release: (() => void)[] = []
    provider.lookupResult = (_question, _signal) =>
      new Promise((resolve) => {
        const number = release.length
        release.push(() => resolve(ok(foundOf([makeSession(`n${number}`)]))))
      })
    const first = run('l')
    const elsewhere = run('other')
    const second = run('l')
    for (const each of release) each()
    expect(await first).toMatchObject({ error: { kind: 'cancelled' } })
    expect(await elsewhere).toMatchObject({ ok: true })
    expect(await second).toMatchObject({ ok: true })
    expect(provider.asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false])
    expect([0, 1, 2].map((number) => found.get(`a1:n${number}`)?.id)).toEqual([undefined, 'n1', 'n2'])
  })

  it('forgets what it found of an account that is no longer watched', async () => {
    const { provider, found, run, unwatch } = setUp()
    provider.lookupResult = async () => {
      unwatch()
      return ok(foundOf([makeSession('x')]))
    }
    expect(await run()).toMatchObject({ error: { kind: 'cancelled' } })
    expect(found.get('a1:x')).toBeUndefined()
  })

  it('is stopped by the person', async () => {
    const { provider, handlers, run } = setUp()
    provider.lookupResult = (_question, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(ok(foundOf([])))))
    const running = run()
    await handlers['lookup.cancel']({ lane: 'l' })
    expect(await running).toMatchObject({ error: { kind: 'cancelled' } })
  })
})

describe('FoundSessions', () => {
  const question = { provider: 'luaprot', by: 'key', id: 'k' } as const
  const another = { provider: 'luaprot', by: 'discord', id: '1' } as const

  it('keeps the latest 20,000', () => {
    const found = new FoundSessions()
    found.add(
      Array.from({ length: 20_001 }, (_, index) => makeSession(`s${index}`)),
      question,
    )
    expect(found.get('a1:s0')).toBeUndefined()
    expect(found.get('a1:s1')?.id).toBe('s1')
    found.add([makeSession('s1', { jobId: 'new' }), makeSession('another')], another)
    expect(found.get('a1:s1')?.jobId).toBe('new')
    expect([found.questionOf('a1:s1'), found.questionOf('a1:s3')]).toEqual([another, question])
    expect(found.get('a1:s2')).toBeUndefined()
  })

  it('forgets one account’s', () => {
    const found = new FoundSessions()
    found.add([makeSession('x'), { ...makeSession('y'), accountId: 'a2', key: 'a2:y' }], question)
    found.forget('a1')
    expect(found.get('a1:x')).toBeUndefined()
    expect(found.get('a2:y')?.id).toBe('y')
  })
})
