import type { ProviderId } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'

/** What disconnecting does at a provider, in one sentence. */
const effects: Record<ProviderId, string> = {
  luaprot: 'LuaProt ends the script session.',
  luaauth: 'LuaAuth ends the script session.',
  junkie: '',
  vsay: 'VSay terminates the SSH session; what runs in it is cut off.',
}

/** What a disconnect will do, and how long the session may stay listed after it. */
export function disconnectEffect(provider: ProviderId): string {
  const { name, disconnectMayTakeMs } = providerCatalog[provider]
  const listed =
    disconnectMayTakeMs === null
      ? `${name} doesn’t say how soon the session leaves the list; the next heartbeats will tell.`
      : `It may stay listed for up to ${disconnectMayTakeMs / 1_000}\u00a0s.`
  return `${effects[provider]} ${listed} The user may come back.`
}

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
