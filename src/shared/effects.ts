import type { RequestName } from './contract'
import type { AppError } from './result'
import { requestsText } from './text/requests'

/*
 * Apart from the contract, so that a window's first row does not wait for its schemas.
 */

/** Requests that make a service do something. */
const acting: ReadonlySet<string> = new Set<RequestName>([
  'session.message',
  'session.disconnect',
  'bulk.start',
  'bulk.control',
  'script.edit',
  'script.toggle',
  'script.update',
  'script.remove',
  'machine.createSession',
  'machine.endSession',
  'terminal.open',
  'terminal.reconnect',
])

/** Whether a request makes a service do something, so that nobody can tell what it did where its answer is lost. */
export const isActing = (name: string): boolean => acting.has(name)

/**
 * The error of a request that was sent and whose answer will never come.
 *
 * @param what what happened instead, a sentence without its full stop
 * @param advice what to do next where a repetition is harmless, one or more sentences
 */
export const lostAnswer = (name: string, what: string, advice: string): AppError =>
  isActing(name)
    ? { kind: 'outcome-unknown', message: requestsText.outcomeUnknown(what) }
    : { kind: 'internal', message: requestsText.advised(what, advice) }
