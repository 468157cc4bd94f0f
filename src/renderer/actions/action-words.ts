import type { ProviderId } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'

/** Why a message cannot be sent at a provider at all; `null` where it can. */
export const messageRefusal = (provider: ProviderId): string | null =>
  providerCatalog[provider].message === 'none'
    ? `${providerCatalog[provider].name} offers no messages to a session`
    : null

/** Why a session cannot be disconnected at a provider at all; `null` where it can. */
export const disconnectRefusal = (provider: ProviderId): string | null =>
  providerCatalog[provider].disconnect
    ? null
    : `${providerCatalog[provider].name} offers no way to disconnect a session`
