import type { ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { accountsText } from '../../../shared/text/accounts'

const messageWords = { text: 'textMessages', handler: 'handlerCalls' } as const

/** What can be done at a provider, in one line: "Watch, text messages, disconnect". */
export function offersOf(provider: ProviderId): string {
  const { message, disconnect } = providerCatalog[provider]
  const can = [
    accountsText.watch,
    ...(message === 'none' ? [] : [accountsText[messageWords[message]]]),
    ...(disconnect ? [accountsText.disconnect] : []),
  ]
  return can.length === 1 ? accountsText.watchOnly : can.join(', ')
}

/** What it watches: "Hub, Key, Discord id". */
export const watchesOf = (provider: ProviderId): string =>
  providerCatalog[provider].scopeChoices.map(({ label }) => label).join(', ')
