import type { ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { services } from '../../providers/services'

/** What a disconnect will do, and how long the session may stay listed after it; `null` where there is none. */
export function disconnectEffect(provider: ProviderId): string | null {
  const effect = services[provider].disconnectEffect
  if (effect === null) return null
  const { name, disconnectMayTakeMs } = providerCatalog[provider]
  const listed =
    disconnectMayTakeMs === null
      ? `${name} doesn’t say how soon the session leaves the list; the next heartbeats will tell.`
      : `It may stay listed for up to ${disconnectMayTakeMs / 1_000}\u00a0s.`
  return `${effect} ${listed} The user may come back.`
}
