import { describe, expect, it } from 'vitest'
import { junkieAsks } from '../../../../../src/main/watch/providers/junkie/person'
import { luaauthAsks } from '../../../../../src/main/watch/providers/luaauth/person'
import { luaprotAsks } from '../../../../../src/main/watch/providers/luaprot/person'
import type { PersonSearch } from '../../../../../src/main/watch/providers/person'
import { vsayAsks } from '../../../../../src/main/watch/providers/vsay/person'
import { type PersonSources, personHandlers } from '../../../../../src/main/watch/requests/person'
import type { PersonAccount } from '../../../../../src/main/watch/requests/person-asks'
import { identitiesOf } from '../../../../../src/main/watch/sessions/identities'
import type { Action } from '../../../../../src/shared/action'
import type { ScopeHealth } from '../../../../../src/shared/health'
import type { RosterRow } from '../../../../../src/shared/session'
import { rosterRow, scopeHealth } from '../../../../harness/roster-rows'
import { makeAccount } from '../fakes'

const action = (id: string, fields: Partial<Action> = {}): Action => ({
  id,
  batchId: null,
  kind: 'disconnect',
  accountId: 'a',
  accountLabel: 'Hub One',
  provider: 'luaprot',
  sessionKey: null,
  target: 'Somebody',
  sent: null,
  reason: null,
  requestedAt: 1,
  outcome: { kind: 'back', afterMs: 12_000, sameKey: true },
  ...fields,
})

const noDetails: PersonSources['details'] = { holding: () => [], identities: () => [] }

async function find(
  text: string,
  rows: RosterRow[],
  sources: Partial<PersonSources> = {},
  keys: string[] = [],
) {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const result = await personHandlers({
    roster: { rows: () => rows, get: (key) => byKey.get(key) },
    found: { get: () => undefined },
    details: noDetails,
    actionLog: { byIdentity: () => [] },
    monitor: { all: () => [] },
    clock: { now: () => 100 * day },
    ...sources,
  })['person.find']({ text, keys })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

const day = 86_400_000
const luaprot = {
  account: makeAccount({ id: 'p', provider: 'luaprot' }),
  health: () => [scopeHealth()],
  provider: { asksAbout: luaprotAsks },
}
const luaauth = (state: 'live' | 'late') => ({
  account: makeAccount({ id: 'l' }),
  health: () => [scopeHealth({ state, scope: { kind: 'script', id: 's1' }, summary: 'It fell silent.' })],
  provider: { asksAbout: luaauthAsks },
})

describe('finding a person', () => {
  it.each([
    ['a user name in any case', 'wompus', { userName: 'Wompus' }],
    ['a name that was typed in full width', 'ｗｏｍｐｕｓ', { userName: 'Wompus' }],
    ['a name with what nobody sees', 'wompus', { userName: 'Wom\u200bpus' }],
    ['a name in another spelling', 'JOSE\u0301', { userName: 'José' }],
    ['a key that was pasted with what nobody sees', '\u200bKEY-1\ufeff', { userKey: 'KEY-1' }],
    ['a key', 'KEY-1', { userKey: 'KEY-1' }],
    ['a hardware ID', 'HW', { hwid: 'HW' }],
    ['a Roblox ID', '42', { robloxId: '42' }],
    ['a VSay user', 'usr_1', { userId: 'usr_1' }],
    ['a job', 'job-1', { jobId: 'job-1' }],
  ] as const)('finds the live sessions of every account by %s', async (_what, text, fields) => {
    const rows = [
      rosterRow('1', { ...fields, accountId: 'a' }),
      rosterRow('2', { ...fields, accountId: 'b' }),
    ]
    const { sessions } = await find(text, [
      ...rows,
      rosterRow('3', { userName: 'Wompus2', userKey: 'KEY-12' }),
    ])
    expect(sessions).toEqual(rows)
  })

  it('compares everything but names letter by letter, and whole', async () => {
    const rows = [rosterRow('1', { userKey: 'KEY-1', hwid: 'abc' })]
    expect((await find('key-1', rows)).sessions).toEqual([])
    expect((await find('KEY', rows)).sessions).toEqual([])
  })

  it('tells apart those whom the text names in part, as the list would find them', async () => {
    const rows = [
      rosterRow('1', { userName: 'snorkle' }),
      rosterRow('2', { userName: 'xX_Ｓｎｏｒｋｌｅ_Xx', userKey: 'KEY-1' }),
      rosterRow('3', { userName: 'ann', userKey: 'snorkle-key' }),
      rosterRow('4', { userName: 'bob', scriptId: 'snorkle', machineName: 'snorkle' }),
    ]
    const actionsOf: string[][] = []
    const sources: Partial<PersonSources> = {
      details: { ...noDetails, identities: ({ userName }) => [userName ?? ''] },
      actionLog: {
        byIdentity(values) {
          actionsOf.push([...values])
          return []
        },
      },
    }
    const found = await find('Snorkle', rows, sources)
    expect(found.sessions).toEqual([rows[0]])
    expect(found.similar).toEqual({ sessions: [rows[1], rows[2]], total: 2 })
    // They may be anybody: nothing is asked or told about them as if they were the one.
    expect(actionsOf).toEqual([['Snorkle', 'snorkle']])
    expect((await find('key snork', rows)).similar.sessions).toEqual([rows[1], rows[2]])
  })

  it('tells the first of many similar ones, and how many there are', async () => {
    const rows = Array.from({ length: 50 }, (_, index) =>
      rosterRow(`s${index}`, { userName: `ann ${index}` }),
    )
    const { similar } = await find('ann', rows)
    expect(similar.total).toBe(50)
    expect(similar.sessions).toEqual(rows.slice(0, 20))
  })

  it('finds a session by its details when they were read a moment ago', async () => {
    const row = rosterRow('1')
    const { sessions } = await find('123456789098765432', [row], {
      details: { ...noDetails, holding: () => [row.key, 'a:gone'] },
    })
    expect(sessions).toEqual([row])
  })

  it('asks LuaProt by Discord id and by what looks like a key, and says why it is not asked', async () => {
    const ask = async (text: string) => (await find(text, [], { monitor: { all: () => [luaprot] } })).asks
    expect(await ask('123456789098765432')).toEqual([
      {
        accountId: 'p',
        how: 'by Discord ID',
        question: { provider: 'luaprot', by: 'discord', id: '123456789098765432' },
      },
    ])
    expect(await ask('73978994376e1f3e307914c4')).toMatchObject([
      { how: 'by key', question: { by: 'key', id: '73978994376e1f3e307914c4' } },
    ])
    expect(await ask('Wompus')).toMatchObject([
      { question: null, how: expect.stringContaining('by Discord ID or key only') },
    ])
    expect(await ask('5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a')).toMatchObject([{ question: null }])
  })

  it('asks LuaAuth only for scripts that the list does not cover', async () => {
    const ask = async (text: string, state: 'live' | 'late') =>
      (await find(text, [], { monitor: { all: () => [luaauth(state)] } })).asks
    expect(await ask('KEY-1', 'live')).toMatchObject([
      { question: null, how: expect.stringContaining('Searched the complete live list') },
    ])
    const script = { provider: 'luaauth', scriptId: 's1' }
    expect(await ask('KEY-1', 'late')).toMatchObject([{ question: { ...script, key: 'KEY-1' } }])
    expect(await ask('42', 'late')).toMatchObject([{ question: { ...script, robloxId: '42' } }])
    expect(await ask('5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a', 'late')).toMatchObject([
      { question: { ...script, jobId: '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a' } },
    ])
    expect(await ask('John Doe', 'late')).toMatchObject([
      { question: null, how: expect.stringContaining('It fell silent.') },
    ])
  })

  describe('at Junkie', () => {
    const everything = { kind: 'organisation', id: '*' } as const
    const junkie = (fields: Partial<ScopeHealth>, live: number[] = []) => ({
      account: makeAccount({ id: 'j', provider: 'junkie' }),
      health: () => [scopeHealth({ scope: everything, ...fields })],
      provider: { asksAbout: (search: PersonSearch) => junkieAsks(search, counted(live)) },
    })
    const counted = (live: readonly number[]) => ({
      counts: live.map((count, index) => ({ scriptId: `s${index}`, live: count })),
      total: null,
      fetchedAt: 1,
    })
    const reading = { state: 'live', sweep: { done: 1, total: 4 }, summary: 'Reading: 1 of 4.' } as const
    const rows = [rosterRow('1', { accountId: 'j', scriptId: 's0' }), rosterRow('2', { scriptId: 's1' })]
    const ask = async (text: string, account: PersonAccount) =>
      (await find(text, rows, { monitor: { all: () => [account] } })).asks

    it('is asked by user name at the scripts of which the list does not hold everybody', async () => {
      expect(await ask('Wompus', junkie(reading, [1, 1, 3, 0]))).toEqual(
        ['s2', 's1'].map((scriptId) => ({
          accountId: 'j',
          how: `by user name at script ${scriptId}`,
          question: { provider: 'junkie', scriptId, userName: 'Wompus' },
        })),
      )
      const one = junkie({ state: 'late', scope: { kind: 'script', id: 's9' } })
      expect(await ask('Wompus', one)).toMatchObject([{ question: { scriptId: 's9' } }])
    })

    it('is asked at every script that has anybody where the list is late, at five at most, and says so', async () => {
      const asks = await ask('Wompus', junkie({ state: 'late' }, [1, 2, 3, 4, 5, 6, 7, 0]))
      expect(asks.map(({ question }) => question && 'scriptId' in question && question.scriptId)).toEqual([
        's6',
        's5',
        's4',
        's3',
        's2',
        null,
      ])
      expect(asks.at(-1)?.how).toMatch(/^2 further scripts are not asked/)
    })

    it('is not asked where the list has everybody, nor by what is no name', async () => {
      expect(await ask('Wompus', junkie({}, [9]))).toMatchObject([
        { question: null, how: expect.stringContaining('Searched the complete live list') },
      ])
      for (const text of ['hwid-abcdef', '5580cdf5-19cf-40ce-9fd9-fb6d3ca0098a', 'ab'])
        expect(await ask(text, junkie(reading, [9]))).toMatchObject([
          { question: null, how: expect.stringContaining('not complete now: Reading: 1 of 4.') },
        ])
    })
  })

  it('asks VSay for ended sessions by the user’s id, which a live session or the text says', async () => {
    const vsay = (state: 'live' | 'late') => ({
      account: makeAccount({ id: 'v', provider: 'vsay' }),
      health: () => [scopeHealth({ state })],
      provider: { asksAbout: vsayAsks },
    })
    const row = rosterRow('1', { accountId: 'v', userName: 'Ada', userId: 'usr_7' })
    const another = rosterRow('2', { accountId: 'w', userName: 'Ada', userId: 'usr_8' })
    const ask = async (text: string, state: 'live' | 'late' = 'live') =>
      (await find(text, [row, another], { monitor: { all: () => [vsay(state)] } })).asks
    const question = { provider: 'vsay', status: 'ended', userId: 'usr_7', from: 70 * day }
    const how = 'for ended sessions of the user in the last 30 days'
    expect(await ask('ada')).toEqual([{ accountId: 'v', how, question }])
    expect(await ask('usr_9')).toMatchObject([{ question: { userId: 'usr_9' } }])
    expect(await ask('ada', 'late')).toMatchObject([{ question: { ...question, status: 'both' } }])
    expect(await ask('Grace')).toMatchObject([
      { question: null, how: expect.stringContaining('ended sessions by user ID only') },
    ])
  })

  it('lists what was done to whoever is known by the text or by what the sessions say, but not by their job', async () => {
    const row = rosterRow('1', { userName: 'Wompus', hwid: 'HW', jobId: 'job' })
    const asked: (readonly string[])[] = []
    const { actions } = await find('wompus', [row], {
      details: { ...noDetails, identities: (each) => identitiesOf(each, null) },
      actionLog: {
        byIdentity(values) {
          asked.push(values)
          return [action('latest')]
        },
      },
    })
    expect(actions.map(({ id }) => id)).toEqual(['latest'])
    expect(asked).toEqual([['wompus', 'Wompus', 'HW']])
  })

  it('knows somebody by the sessions that a look-up found, too', async () => {
    const found = rosterRow('9', { userName: 'Wompus' })
    const asked: (readonly string[])[] = []
    const sources: Partial<PersonSources> = {
      found: { get: (key) => (key === found.key ? found : undefined) },
      details: { ...noDetails, identities: (each) => identitiesOf(each, null) },
      actionLog: {
        byIdentity(values) {
          asked.push(values)
          return []
        },
      },
    }
    const { sessions } = await find('123456789098765432', [], sources, [found.key, 'a:forgotten'])
    expect(sessions).toEqual([])
    expect(asked).toEqual([['123456789098765432', 'Wompus']])
  })

  it('finds nothing for nothing', async () => {
    const found = await find(' "" ', [rosterRow('1', { userName: '' })], {
      monitor: { all: () => [luaprot] },
    })
    expect(found).toEqual({
      text: '',
      sessions: [],
      similar: { sessions: [], total: 0 },
      actions: [],
      asks: [],
    })
  })
})
