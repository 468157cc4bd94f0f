import { printableLine } from '../../shared/printable'
import { errorCode } from '../lib/errno'

/** Why a connection did not come about or broke, in a sentence for a person. */
export class ConnectionFailure extends Error {
  /** Whether trying again by itself makes sense. */
  readonly retry: boolean

  constructor(message: string, retry: boolean, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ConnectionFailure'
    this.retry = retry
  }
}

const causes: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was reset',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'the network cannot be reached',
  ENETDOWN: 'the network is down',
  ETIMEDOUT: 'it does not answer',
  ENOTFOUND: 'no such name',
  EAI_AGAIN: 'its name cannot be looked up now',
  EACCES: 'this machine does not allow it',
}

/** Says an error of a socket or of the protocol in our words; the remote side's own are made plain. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return printableLine(String(error))
  if ('level' in error && error.level === 'client-timeout') return 'it stopped answering'
  if (/before handshake/.test(error.message)) return 'it closed the connection at once'
  const code = errorCode(error)
  const inner = error instanceof AggregateError ? error.errors[0] : undefined
  return (
    causes[code] ?? (inner ? describeError(inner) : printableLine(error.message || 'an unknown error', 200))
  )
}

/** What RFC 4253's reasons for a farewell mean to a person. */
const farewells: Readonly<Record<number, string>> = {
  1: 'the server does not let this machine connect',
  2: 'the server found a fault in what it was sent',
  3: 'the key exchange failed',
  7: 'the server does not give this service now',
  8: 'the server speaks another version of SSH',
  12: 'the server has too many connections',
  14: 'the server has no more ways to sign in',
  15: 'the server does not take this user',
}
/** Reasons that will not change on retry. */
const finalFarewells = [1, 8, 14, 15]

/** How a server that ends a connection says why, in its words where it has any. */
export function describeFarewell(reason: number, text: string): { why: string; isFinal: boolean } {
  const said = printableLine(text)
  const why = said
    ? `the server ended the connection: “${said}”`
    : (farewells[reason] ?? 'the server ended the connection')
  return { why, isFinal: finalFarewells.includes(reason) }
}

const fileCauses: Record<string, string> = {
  EACCES: 'its permissions do not allow it',
  EPERM: 'its permissions do not allow it',
  EISDIR: 'it is a folder',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  ENOTFILE: 'it is not a file',
  EFBIG: 'it is too large',
  ETIMEDOUT: 'its disk does not answer',
}

/** Says an error of the file system in our words. */
export function fileTrouble(error: unknown): string {
  const code = errorCode(error)
  return fileCauses[code] ?? (code || 'it cannot be read')
}
