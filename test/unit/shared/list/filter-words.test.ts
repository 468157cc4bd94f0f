import { expect, it } from 'vitest'
import { filterWords } from '../../../../src/shared/list/filter-words'
import { account } from '../../renderer/account'

it('says what a filter lets through as the person chose it', () => {
  const accounts = [account('a')]
  expect(filterWords('user', { kind: 'text', text: 'wom' }, accounts)).toBe('“wom”')
  const chosen = ['luaprot', 'vsay']
  expect(filterWords('provider', { kind: 'choice', chosen }, accounts)).toBe('LuaProt, VSay')
  expect(filterWords('account', { kind: 'choice', chosen: ['a', 'removed'] }, accounts)).toBe('a, removed')
  expect(filterWords('state', { kind: 'choice', chosen: ['stale'] }, accounts)).toBe('Stale')
  expect(filterWords('started', { kind: 'choice', chosen: ['hour', 'unknown'] }, accounts)).toBe(
    '5 min to 1 h, Unknown',
  )
  expect(filterWords('script', { kind: 'choice', chosen: ['48213'] }, accounts)).toBe('48213')
})
