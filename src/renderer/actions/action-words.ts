import type { ProviderId } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'
import { refusalsText } from '../../shared/text/refusals'

/** Why a message cannot be sent at a provider at all; `null` where it can. */
export const messageRefusal = (provider: ProviderId): string | null =>
  providerCatalog[provider].message === 'none'
    ? refusalsText.noMessages(providerCatalog[provider].name)
    : null

/** Why a session cannot be disconnected at a provider at all; `null` where it can. */
export const disconnectRefusal = (provider: ProviderId): string | null =>
  providerCatalog[provider].disconnect ? null : refusalsText.noDisconnect(providerCatalog[provider].name)
