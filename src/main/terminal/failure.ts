import { printableLine } from '../../shared/printable'
import { connectionText } from '../../shared/text/connection'
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

const causes = (): Readonly<Record<string, string>> => ({
  ECONNREFUSED: connectionText.nothingListens,
  ECONNRESET: connectionText.wasReset,
  EPIPE: connectionText.wasReset,
  EHOSTUNREACH: connectionText.noRoute,
  ENETUNREACH: connectionText.noNetwork,
  ENETDOWN: connectionText.networkDown,
  ETIMEDOUT: connectionText.noAnswer,
  ENOTFOUND: connectionText.unknownName,
  EAI_AGAIN: connectionText.nameNotNow,
  EACCES: connectionText.notAllowedHere,
})

/** Says an error of a socket or of the protocol in our words; the remote side's own are made plain. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return printableLine(String(error))
  if ('level' in error && error.level === 'client-timeout') return connectionText.stoppedAnswering
  if (/before handshake/.test(error.message)) return connectionText.closedAtOnce
  const code = errorCode(error)
  const inner = error instanceof AggregateError ? error.errors[0] : undefined
  return (
    causes()[code] ??
    (inner ? describeError(inner) : printableLine(error.message || connectionText.unknownError, 200))
  )
}

/** What RFC 4253's reasons for a farewell mean to a person. */
const farewells = (): Readonly<Record<number, string>> => ({
  1: connectionText.farewellNotAllowed,
  2: connectionText.farewellFault,
  3: connectionText.farewellKeyExchange,
  7: connectionText.farewellNoService,
  8: connectionText.farewellVersion,
  12: connectionText.farewellTooMany,
  14: connectionText.farewellNoMoreWays,
  15: connectionText.farewellUser,
})
/** Reasons that will not change on retry. */
const finalFarewells = [1, 8, 14, 15]

/** How a server that ends a connection says why, in its words where it has any. */
export function describeFarewell(reason: number, text: string): { why: string; isFinal: boolean } {
  const said = printableLine(text)
  const why = said ? connectionText.farewellSaid(said) : (farewells()[reason] ?? connectionText.farewell)
  return { why, isFinal: finalFarewells.includes(reason) }
}

const fileCauses = (): Readonly<Record<string, string>> => ({
  EACCES: connectionText.fileNotAllowed,
  EPERM: connectionText.fileNotAllowed,
  EISDIR: connectionText.fileIsFolder,
  EROFS: connectionText.fileReadOnly,
  ENOSPC: connectionText.fileDiskFull,
  ENOTFILE: connectionText.fileIsNone,
  EFBIG: connectionText.fileTooLarge,
  ETIMEDOUT: connectionText.fileNoAnswer,
})

/** Says an error of the file system in our words. */
export function fileTrouble(error: unknown): string {
  const code = errorCode(error)
  return fileCauses()[code] ?? (code || connectionText.fileUnreadable)
}
