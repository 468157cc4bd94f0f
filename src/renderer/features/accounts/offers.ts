import type { ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'

const messageWords = { text: 'text messages', handler: 'handler calls', none: null } as const

/** What can be done at a provider, in one line: "Watch, text messages, disconnect". */
export function offersOf(provider: ProviderId): string {
  const { message, disconnect } = providerCatalog[provider]
  const can = ['Watch', messageWords[message], disconnect ? 'disconnect' : null].filter(Boolean)
  return can.length === 1 ? 'Watch only' : can.join(', ')
}

/** What it watches: "Hub, Key, Discord id". */
export const watchesOf = (provider: ProviderId): string =>
  providerCatalog[provider].scopeChoices.map(({ label }) => label).join(', ')
