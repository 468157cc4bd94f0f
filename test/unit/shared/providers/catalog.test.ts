import { afterEach, expect, it } from 'vitest'
import { isPersonalScope, namesOfThose, providerCatalog } from '../../../../src/shared/providers/catalog'
import { lookupQuestionSchema } from '../../../../src/shared/providers/questions'
import { speak } from '../../../../src/shared/text/speak'

afterEach(() => speak('en'))

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

it('says what it knows in the language of the moment, and what is wrong with a question too', async () => {
  const said = () => [
    providerCatalog.luaprot.scopeChoices[1]?.help,
    namesOfThose(({ scripts }) => scripts !== null),
    lookupQuestionSchema.safeParse({ provider: 'junkie', scriptId: ' ' }).error?.issues[0]?.message,
  ]
  expect(said()).toEqual(['One customer’s key.', 'LuaAuth and Junkie', 'Enter a script ID.'])
  await speak('de')
  expect(said()).toEqual([
    'Der Schlüssel eines Kunden.',
    'LuaAuth und Junkie',
    'Geben Sie eine Skript-ID ein.',
  ])
})
