import { describe, expect, it } from 'vitest'
import { type EmptinessFacts, emptiness } from '../../../../../src/renderer/features/sessions/emptiness'
import { scopeHealth } from '../../../../harness/roster-rows'
import { account } from '../../account'

const why = (facts: Partial<EmptinessFacts>) =>
  emptiness({
    roster: { status: 'ready', total: 0 },
    scopes: [scopeHealth()],
    accounts: [account('a')],
    place: null,
    searched: false,
    ...facts,
  })

describe('an empty list', () => {
  it('is a search without hits while somebody is online', () => {
    expect(why({ roster: { status: 'ready', total: 1_200 }, searched: true })).toMatchObject({
      kind: 'no-match',
      words: expect.stringContaining('1,200'),
      remedy: { kind: 'show-all' },
    })
  })

  it('is nobody online where every scope answers', () => {
    const live = scopeHealth()
    expect(why({ scopes: [live] })).toMatchObject({ kind: 'nobody', told: [live], remedy: { kind: 'ask' } })
  })

  it.each([
    ['offline', 'No connection', 'ask'],
    ['late', 'No usable answer', 'ask'],
    ['partial', 'Only partly read', 'ask'],
    ['rate-limited', 'Rate limited', 'ask'],
    ['refused', 'Key not accepted', 'edit'],
  ] as const)('is told by its cause: %s', (state, title, remedy) => {
    const scope = scopeHealth({ state })
    expect(why({ scopes: [scope] })).toMatchObject({
      kind: 'trouble',
      title,
      told: [scope],
      remedy: { kind: remedy },
    })
  })

  it('does not speak for those that do not answer', () => {
    const offline = scopeHealth({ key: 'a/hub:2', state: 'offline' })
    expect(why({ scopes: [scopeHealth(), offline] })).toMatchObject({
      title: 'No one online in what could be read',
      told: [offline],
    })
  })

  it('waits until somebody has answered', () => {
    expect(why({ scopes: [scopeHealth({ state: 'starting' })] })).toEqual({ kind: 'waiting' })
    expect(why({ roster: { status: 'loading', total: 0 } })).toEqual({ kind: 'waiting' })
  })

  it('says that nobody is asked', () => {
    expect(why({ accounts: [account('a', false)] })).toMatchObject({
      kind: 'off',
      title: 'a is off',
      remedy: { kind: 'edit', accountId: 'a' },
    })
    expect(why({ scopes: [scopeHealth({ state: 'paused' })] })).toMatchObject({
      kind: 'paused',
      remedy: { kind: 'resume' },
    })
  })

  it('tells of the place that it is narrowed to, not of the others', () => {
    const accounts = [account('a'), account('b')]
    const refused = scopeHealth({ key: 'b/hub:1', accountId: 'b', state: 'refused' })
    const roster = { status: 'ready', total: 3 } as const
    const scopes = [scopeHealth(), refused]
    expect(why({ roster, accounts, scopes, place: { accountId: 'b', scopeKey: null } })).toMatchObject({
      title: 'Key not accepted',
      told: [refused],
    })
    expect(why({ roster, accounts, scopes, place: { accountId: 'a', scopeKey: 'a/hub:1' } })).toMatchObject({
      kind: 'nobody',
      remedy: { kind: 'show-all' },
    })
  })
})
