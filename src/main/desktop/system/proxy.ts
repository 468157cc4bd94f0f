import type { AccountConfig } from '../../../shared/account'

/**
 * The proxy URL in what `session.resolveProxy` answers, such as `PROXY host:3128; DIRECT`; `null` means a direct
 * connection. Of SOCKS only version 5 is spoken; what is not is passed over and reported.
 */
export function proxyUrl(answer: string, onUnsupported: (kind: string) => void): string | null {
  for (const part of answer.split(';')) {
    const [kind = '', host = ''] = part.trim().split(/\s+/)
    if (kind === 'DIRECT') return null
    if (kind === 'PROXY' && host) return `http://${host}`
    if (kind === 'HTTPS' && host) return `https://${host}`
    if (kind === 'SOCKS5' && host) return `socks5://${host}`
    if (kind) onUnsupported(kind)
  }
  return null
}

/**
 * The system's proxy for a service, where it has one for its origin; `null` means a direct connection.
 *
 * @param resolve `session.resolveProxy`
 */
export async function resolveProxy(
  baseUrl: string,
  resolve: (url: string) => Promise<string>,
  onUnsupported: (kind: string) => void,
): Promise<string | null> {
  // Only the origin: a proxy script must not see the rest.
  const answer = await resolve(new URL(baseUrl).origin).catch(() => 'DIRECT')
  return proxyUrl(answer, onUnsupported)
}

/**
 * The system's proxy per account id, where it has one for the account's origin.
 *
 * @param resolve `session.resolveProxy`
 */
export async function resolveProxies(
  accounts: readonly Pick<AccountConfig, 'id' | 'baseUrl'>[],
  resolve: (url: string) => Promise<string>,
  onUnsupported: (kind: string) => void,
): Promise<Record<string, string>> {
  const found = await Promise.all(
    accounts.map(async ({ id, baseUrl }): Promise<[string, string][]> => {
      const url = await resolveProxy(baseUrl, resolve, onUnsupported)
      return url ? [[id, url]] : []
    }),
  )
  return Object.fromEntries(found.flat())
}
