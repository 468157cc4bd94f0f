import { expect, it } from 'vitest'
import { isPersonalScope, namesOfThose } from '../../../../src/shared/providers/catalog'

it('names the providers that something is true of, as a sentence does', () => {
  expect(namesOfThose(() => true)).toBe('LuaProt, LuaAuth, Junkie and VSay')
  expect(namesOfThose(({ scripts }) => scripts !== null)).toBe('LuaAuth and Junkie')
  expect(namesOfThose(({ message }) => message !== 'none', 'or')).toBe('LuaProt or LuaAuth')
  expect(namesOfThose(({ machines }) => machines !== null)).toBe('VSay')
  expect(namesOfThose(() => false)).toBe('')
})

it('knows a customer’s own key from a place that is watched', () => {
  expect(isPersonalScope('luaprot', { kind: 'key', id: 'k' })).toBe(true)
  expect(isPersonalScope('luaprot', { kind: 'hub', id: '1' })).toBe(false)
})
