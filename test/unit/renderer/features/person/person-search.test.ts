import { beforeEach, describe, expect, it } from 'vitest'
import { PersonSearch, type PersonState } from '../../../../../src/renderer/features/person/person-search'
import { useFound } from '../../../../../src/renderer/stores/found'
import type { LookupAnswer } from '../../../../../src/shared/lookup'
import type { FoundPerson } from '../../../../../src/shared/person'
import { ok } from '../../../../../src/shared/result'
import { loggedAction } from '../../../../harness/action-log'
import { FakeBridge } from '../../../../harness/fake-bridge'
import { bareSession, rosterRow } from '../../../../harness/roster-rows'

let bridge: FakeBridge
let people: ((person: FoundPerson) => void)[]
let lookups: ((answer: LookupAnswer) => void)[]

const person = (fields: Partial<FoundPerson> = {}): FoundPerson => ({
  text: '42',
  sessions: [rosterRow('1')],
  similar: { sessions: [], total: 0 },
  actions: [],
  asks: [
    { accountId: 'p', how: 'by key', question: { provider: 'luaprot', by: 'key', id: '42' } },
    { accountId: 'v', how: 'Searched the live list', question: null },
  ],
  ...fields,
})
const answer: LookupAnswer = {
  sessions: [bareSession('p', 'luaprot', '9')],
  complete: true,
  stopped: null,
  total: 1,
  unreadable: 0,
  evidence: { asked: 'GET', at: 1, answer: '200' },
}

let states: PersonState[]
let search: PersonSearch
const last = () => states.at(-1)
const settle = () => new Promise((resolve) => setImmediate(resolve))

/** Answers the latest request of its kind. */
async function sayPerson(person: FoundPerson): Promise<void> {
  people.pop()?.(person)
  await settle()
}
async function sayLookup(answer: LookupAnswer): Promise<void> {
  lookups.pop()?.(answer)
  await settle()
}

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.install()
  people = bridge.hold('person.find')
  lookups = bridge.hold('lookup.run')
  bridge.answer('lookup.cancel', () => ok(undefined))
  states = []
  search = new PersonSearch((state) => states.push(state))
})

describe('searching for a person', () => {
  it('shows what the list knows at once, then what a service answers', async () => {
    void search.find('42')
    expect(last()).toEqual({ kind: 'searching' })
    await sayPerson(person())
    expect(last()).toMatchObject({
      kind: 'found',
      keys: ['a:1'],
      asks: [{ state: { kind: 'asking' } }, { state: { kind: 'none' } }],
    })
    await sayLookup(answer)
    expect(last()).toMatchObject({
      keys: ['a:1', 'p:9'],
      asks: [{ state: { kind: 'answered', sessions: 1 } }, { state: { kind: 'none' } }],
    })
    expect(useFound.getState().byKey.has('p:9')).toBe(true)
    // The log is asked again by what the service knew.
    expect(bridge.requests.at(-1)).toEqual({
      name: 'person.find',
      input: { text: '42', keys: ['a:1', 'p:9'] },
    })
  })

  it('shows each action as it changes, and a new one about a session of theirs', async () => {
    const sending = loggedAction('1', { sessionKey: 'gone:7', outcome: { kind: 'sending' } })
    search.actionChanged(sending)
    void search.find('42')
    await sayPerson(person({ actions: [sending] }))
    search.actionChanged({ ...sending, outcome: { kind: 'delivered' } })
    search.actionChanged(loggedAction('2', { sessionKey: 'a:1' }))
    search.actionChanged(loggedAction('3', { sessionKey: 'a:stranger' }))
    search.actionChanged(loggedAction('4', { sessionKey: null }))
    const state = last()
    expect(
      state?.kind === 'found' && state.person.actions.map(({ id, outcome }) => [id, outcome.kind]),
    ).toEqual([
      ['2', 'delivered'],
      ['1', 'delivered'],
    ])
  })

  it('keeps sessions that are over apart, the latest first, and leaves out whom Junkie only finds by a part', async () => {
    const vsay = { provider: 'vsay', status: 'ended', userId: 'u' } as const
    void search.find('Ada')
    await sayPerson(person({ asks: [{ accountId: 'v', how: 'for ended sessions', question: vsay }] }))
    const over = (id: string, startedAt: number) => ({
      ...bareSession('v', 'vsay', id),
      status: 'ended',
      startedAt,
    })
    await sayLookup({ ...answer, sessions: [over('1', 10), over('2', 20)] })
    expect(last()).toMatchObject({ keys: ['a:1'], ended: ['v:2', 'v:1'] })
    search.actionChanged(loggedAction('1', { sessionKey: 'v:1' }))
    expect(last()).toMatchObject({ person: { actions: [{ id: '1' }] } })

    const junkie = { provider: 'junkie', scriptId: 's', userName: 'Ada' } as const
    void search.find('Ada')
    await sayPerson(person({ asks: [{ accountId: 'j', how: 'by user name', question: junkie }] }))
    const named = (id: string, userName: string) => ({ ...bareSession('j', 'junkie', id), userName })
    await sayLookup({ ...answer, sessions: [named('1', 'ada'), named('2', 'Adam')] })
    expect(last()).toMatchObject({
      keys: ['a:1', 'j:1'],
      ended: [],
      asks: [{ state: { kind: 'answered', sessions: 1 } }],
    })
  })

  it('orders what several services remember by time, whoever answers first', async () => {
    const ended = (userId: string) => ({
      accountId: 'v',
      how: userId,
      question: { provider: 'vsay', status: 'ended', userId } as const,
    })
    const over = (id: string, startedAt: number) => ({
      ...bareSession('v', 'vsay', id),
      status: 'ended',
      startedAt,
    })
    const answers = [[over('old', 10)], [over('new', 30), over('middle', 20), over('old', 10)]]
    bridge.answer('person.find', () => ok(person({ asks: [ended('u1'), ended('u2')] })))
    bridge.answer('lookup.run', () => ok({ ...answer, sessions: answers.shift() ?? [] }))
    await search.find('Ada')
    expect(last()).toMatchObject({ ended: ['v:new', 'v:middle', 'v:old'] })
  })

  it('stops what is being asked for another text, and drops its late answer', async () => {
    void search.find('42')
    await sayPerson(person())
    const late = lookups.pop()
    void search.find('43')
    expect(bridge.requests.slice(-2)).toEqual([
      { name: 'lookup.cancel', input: { lane: 'person:0' } },
      { name: 'person.find', input: { text: '43', keys: [] } },
    ])
    late?.(answer)
    await sayPerson(person({ text: '43', sessions: [], asks: [] }))
    expect(last()).toMatchObject({ kind: 'found', keys: [], person: { text: '43' } })
  })

  it('keeps those who left, adds who came back, and asks no service for it', async () => {
    void search.find('42')
    await sayPerson(person({ asks: [] }))
    void search.refresh()
    const similar = { sessions: [rosterRow('3')], total: 1 }
    await sayPerson(person({ asks: [], sessions: [rosterRow('2')], similar }))
    expect(last()).toMatchObject({ person: { similar } })
    expect(last()).toMatchObject({ keys: ['a:1', 'a:2'] })
    expect(bridge.requests.map(({ name }) => name)).toEqual(['person.find', 'person.find'])
  })

  it('asks nothing for nothing', async () => {
    await search.find('  ')
    expect(bridge.requests).toEqual([])
    expect(last()).toEqual({ kind: 'idle' })
  })
})
