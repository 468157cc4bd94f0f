import { expect, it } from 'vitest'
import { sameNames, scriptNameOf, scriptNames } from '../../../src/shared/script-names'

it('prefers the service’s own name to the person’s, and knows none where both are silent', () => {
  const names = scriptNames({ 'a/1': 'Mine', 'a/2': 'Second' }, [
    ['a/1', { name: 'Theirs' }],
    ['a/2', { name: '' }],
    ['a/3', null],
  ])
  expect(scriptNameOf(names, { accountId: 'a', scriptId: '1' })).toBe('Theirs')
  expect(scriptNameOf(names, { accountId: 'a', scriptId: '2' })).toBe('Second')
  expect(scriptNameOf(names, { accountId: 'a', scriptId: '3' })).toBeNull()
  expect(scriptNameOf(names, { accountId: 'b', scriptId: '1' })).toBeNull()
  expect(scriptNameOf(names, { accountId: 'a', scriptId: null })).toBeNull()
})

it('tells whether anything is called otherwise', () => {
  const names = new Map([['a/1', 'One']])
  expect(sameNames(names, new Map(names))).toBe(true)
  expect(sameNames(names, new Map([['a/1', 'Two']]))).toBe(false)
  expect(sameNames(names, new Map([['a/2', 'One']]))).toBe(false)
  expect(sameNames(names, new Map())).toBe(false)
})
