import type { ProviderId } from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { services } from '../../providers/services'

/** What a disconnect will do, and how long the session may stay listed after it; `null` where there is none. */
export function disconnectEffect(provider: ProviderId): string | null {
  const effect = services[provider].disconnectEffect
  if (effect === null) return null
  const { name, disconnectMayTakeMs } = providerCatalog[provider]
  const listed =
    disconnectMayTakeMs === null
      ? sessionActionsText.listedUnknown(name)
      : sessionActionsText.listedUpTo(disconnectMayTakeMs / 1_000)
  return `${effect} ${listed} ${sessionActionsText.mayComeBack}`
}
