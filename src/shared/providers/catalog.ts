import type { ProviderId, Scope } from '../account'
import { providerIds } from '../ids'
import { catalogue } from '../text/catalogue'
import type { ProviderFacts } from './facts'
import { junkie } from './junkie/facts'
import { luaauth } from './luaauth/facts'
import { luaprot } from './luaprot/facts'
import { vsay } from './vsay/facts'

/** Every provider's facts. */
export const providerCatalog: Readonly<Record<ProviderId, ProviderFacts>> = { luaprot, luaauth, junkie, vsay }

/** Whether a scope is a customer's own key or id. */
export const isPersonalScope = (provider: ProviderId, { kind }: Scope): boolean =>
  providerCatalog[provider].scopeChoices.some((choice) => choice.kind === kind && choice.personal)

/** The names of the providers that `has` is true of, in a sentence: "LuaAuth and Junkie". */
export const namesOfThose = (has: (facts: ProviderFacts) => boolean, word: 'and' | 'or' = 'and'): string =>
  catalogue.list(
    providerIds
      .map((id) => providerCatalog[id])
      .filter(has)
      .map(({ name }) => name),
    word === 'and' ? 'conjunction' : 'disjunction',
  )
