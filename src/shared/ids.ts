/*
 * Apart from the schemas, so that modules that need only these do not build them: a window's first row waits for every
 * line that is loaded before it.
 */

/** The services, in the order in which they are offered. */
export const providerIds = ['luaprot', 'luaauth', 'junkie', 'vsay'] as const

/** Hides all but the end of a personal id, for evidence lines, labels and logs. */
export const maskId = (id: string): string => (id.length > 8 ? `…${id.slice(-4)}` : '…')

/** The key of a scope over all accounts. */
export const scopeKey = (accountId: string, { kind, id }: { kind: string; id: string }): string =>
  `${accountId}/${kind}:${id}`

/** The roster's key of a session. */
export const sessionKey = (accountId: string, id: string): string => `${accountId}:${id}`
