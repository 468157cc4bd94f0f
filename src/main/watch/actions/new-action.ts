import { randomUUID } from 'node:crypto'
import type { Action, Message, Outcome } from '../../../shared/action'
import type { AppError, Result } from '../../../shared/result'
import type { RosterRow } from '../../../shared/session'
import { actingText } from '../../../shared/text/acting'
import { userLabel } from '../sessions/user'

/** What an action about a session starts from. */
type NewAction = Pick<
  Action,
  'kind' | 'sent' | 'outcome' | 'requestedAt' | 'accountLabel' | 'batchId' | 'reason'
>

/** An action about the session of a row. */
export const newAction = (row: RosterRow, fields: NewAction): Action => ({
  id: randomUUID(),
  accountId: row.accountId,
  provider: row.provider,
  sessionKey: row.key,
  target: userLabel(row),
  ...fields,
})

/** Whose account it is. */
export type Owner = Pick<Action, 'provider'> & { id: string; label: string }

/** An action at an account that is about no row of the list: one by itself, without a reason, not sent yet. */
export const accountAction = (
  { id, label, provider }: Owner,
  fields: Pick<Action, 'kind' | 'sessionKey' | 'target' | 'sent' | 'requestedAt'>,
): Action => ({
  id: randomUUID(),
  batchId: null,
  accountId: id,
  accountLabel: label,
  provider,
  reason: null,
  outcome: { kind: 'planned' },
  ...fields,
})

/** A message as the log keeps it. */
export const sentText = (message: Message): string =>
  message.kind === 'text' ? message.text : `${message.handler}(${JSON.stringify(message.data)})`

/** The outcome that an error means for an action that was to be sent. */
export const outcomeOfError = (error: AppError): Outcome =>
  error.kind === 'outcome-unknown' ? { kind: 'unknown', error } : { kind: 'failed', error }

/** What became of a request to which a service says no more than yes. */
export const outcomeOf = (result: Result<unknown>): Outcome =>
  result.ok ? { kind: 'delivered' } : outcomeOfError(result.error)

/** The outcome of a disconnect whose account was removed or changed before it was confirmed. */
export const notWatchedNow = (): Outcome => ({
  kind: 'unknown',
  error: { kind: 'cancelled', message: actingText.notWatchedNow },
})
