import { expect, it } from 'vitest'
import { choicesOf, filterWords } from '../../../../src/shared/list/filter-words'
import { account } from '../../renderer/account'

it('says what a filter lets through as the person chose it', () => {
  const accounts = [account('a')]
  expect(filterWords('user', { kind: 'text', text: 'wom' }, accounts)).toBe('“wom”')
  const chosen = ['luaprot', 'vsay']
  expect(filterWords('provider', { kind: 'choice', chosen }, accounts)).toBe('LuaProt, VSay')
  expect(filterWords('account', { kind: 'choice', chosen: ['a', 'removed'] }, accounts)).toBe('a, removed')
})

it('offers no state that is on screen for a moment only', () => {
  expect(choicesOf('state', []).map(({ id }) => id)).toEqual(['live', 'disconnecting', 'stale'])
})
