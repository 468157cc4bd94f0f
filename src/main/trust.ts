import tls from 'node:tls'
import { tlsText } from '../shared/text/tls'

const readsSystem = typeof tls.getCACertificates === 'function'

/** How a person makes this machine trust an unknown authority. */
export const howToTrust = (): string => (readsSystem ? tlsText.addToSystem : tlsText.addByVariable)

/**
 * The operating system's certificates besides the runtime's own, where the runtime can read them (Node 22.15 and
 * newer); `null` elsewhere, which leaves the runtime's own.
 */
export function systemCertificates(): string[] | null {
  if (!readsSystem) return null
  return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]
}

/** What TLS connections trust: nothing, for the runtime's own certificates, or a context. */
export type Trust = { secureContext?: tls.SecureContext }

/**
 * One context for many connections: to parse some 150 certificates for each would cost more than the handshake.
 *
 * @param certificates PEM; `null` for the runtime's own
 */
export function trustIn(certificates: readonly string[] | null): Trust {
  return certificates ? { secureContext: tls.createSecureContext({ ca: [...certificates] }) } : {}
}
