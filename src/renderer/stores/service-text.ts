import type { ProviderId } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'
import { isolated, isRightToLeft } from '../lib/direction'

/** The provider and the account's label, "LuaProt · Hub One"; once where both read the same. */
export function serviceText(provider: ProviderId, label: string | undefined): string {
  const { name } = providerCatalog[provider]
  return label === undefined || label === name
    ? name
    : `${name} · ${isRightToLeft(label) ? isolated(label) : label}`
}
