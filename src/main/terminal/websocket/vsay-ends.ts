import { errorCode } from '../../lib/errno'
import { tlsTrouble } from '../../lib/tls-trouble'
import { ProxyFailure } from '../../lib/tunnel'
import type { ConnectionEnd } from '../connection'
import { describeError } from '../failure'

/*
 * Why a connection to VSay ended, in sentences. None of them holds the address or the token.
 */

/** A connection that ended before its session; `retry`: another attempt may work. */
export const lost = (reason: string, retry: boolean): ConnectionEnd => ({ kind: 'lost', reason, retry })
/** The end after its token's time. */
export const expired = lost(
  'The terminal’s token has expired. Reconnect to open a new session on the machine.',
  false,
)

/** Why no connection came about; `null` where the socket’s end says it. A TLS that is wrong stays so at the next try. */
export function notConnected(error: Error): ConnectionEnd | null {
  if (error instanceof ProxyFailure)
    return lost(`The system’s proxy ${error.proxy} ${error.message}.`, error.isPassing)
  const trouble = tlsTrouble(error)
  if (trouble) return lost(`VSay ${trouble.what}. Nothing was sent. ${trouble.advice}`, false)
  const isOfSocket = /^E[A-Z_]+$/.test(errorCode(error))
  return isOfSocket ? lost(`VSay cannot be reached: ${describeError(error)}.`, true) : null
}

/** Why the service did not open the socket, by its HTTP status. */
export function refused(status: number): ConnectionEnd {
  if (status === 404 || status === 410)
    return lost(
      'VSay does not know this session any more. Reconnect to open a new one on the machine.',
      false,
    )
  if (status === 429 || status >= 500) return lost(`VSay is not ready for the terminal (${status}).`, true)
  return lost(`VSay refused the terminal (${status}).`, false)
}

/** Why a connection broke, by the error that came before. */
export function broken(error: Error | null): ConnectionEnd {
  const code = errorCode(error)
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
    return lost('VSay sent a message that is larger than any screen.', true)
  if (code.startsWith('WS_ERR_')) return lost('VSay sent something that is no message of a terminal.', true)
  return lost('The connection to VSay broke.', true)
}
