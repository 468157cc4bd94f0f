import type { Action, ActionKind, Outcome } from '../../shared/action'
import { actionKindsText } from '../../shared/text/action-kinds'
import { outcomesText } from '../../shared/text/outcomes'
import { spansText } from '../../shared/text/spans'
import { duration } from '../lib/format'

/** How an outcome looks: `busy` is on its way, `warn` needs a look. */
export type OutcomeTone = 'busy' | 'good' | 'warn' | 'bad'

export type OutcomeWords = { text: string; tone: OutcomeTone }

/** What each kind of action is called. */
export const actionNames: Readonly<Record<ActionKind, string>> = actionKindsText

function doneWords(kind: ActionKind): string {
  if (kind === 'message') return outcomesText.messageDelivered
  if (kind === 'session-create') return outcomesText.sessionCreated
  return kind === 'session-end' ? outcomesText.sessionEnded : outcomesText.done(actionNames[kind])
}

/** Whole seconds up to two minutes, as the documents count; larger spans in their largest unit. */
const span = (ms: number): string => (ms < 120_000 ? spansText.seconds(Math.round(ms / 1_000)) : duration(ms))

/**
 * What really happened with an action, as one sentence without its subject. `mayTakeMs` is how long the service may
 * go on listing a disconnected session (`null`: no document says).
 */
export function outcomeWords(
  action: Pick<Action, 'kind' | 'outcome'>,
  mayTakeMs: number | null,
): OutcomeWords {
  const { kind, outcome } = action
  const what = actionNames[kind]
  switch (outcome.kind) {
    case 'planned':
      return { tone: 'busy', text: outcomesText.queued(what) }
    case 'unsent':
      return { tone: 'warn', text: outcomesText.notSent(what, outcome.reason) }
    case 'sending':
      return { tone: 'busy', text: outcomesText[`sending:${kind}`] }
    case 'accepted':
      return {
        tone: 'busy',
        text: mayTakeMs === null ? outcomesText.accepted : outcomesText.acceptedForUpTo(span(mayTakeMs)),
      }
    case 'delivered':
      return { tone: 'good', text: doneWords(kind) }
    case 'answered':
      return { tone: 'good', text: outcomesText.answered }
    case 'not-processed':
      return { tone: 'warn', text: outcomesText.notProcessed(outcome.reason) }
    case 'gone':
      return { tone: 'good', text: outcomesText.disconnectedAfter(span(outcome.afterMs)) }
    case 'still-listed':
      return { tone: 'warn', text: outcomesText.stillListed(span(outcome.afterMs)) }
    case 'back':
      return {
        tone: 'warn',
        text: outcomesText[outcome.sameKey ? 'reconnectedSameKey' : 'reconnectedAfter'](
          span(outcome.afterMs),
        ),
      }
    case 'unknown':
      return { tone: 'warn', text: outcomesText.unknown(what, outcome.error.message) }
    case 'failed':
      return { tone: 'bad', text: outcomesText.failed(what, outcome.error.message) }
  }
}

/**
 * What came of the last disconnect that may not have worked, as one sentence; `null` where none was asked for, or the last
 * one did nothing. `actions`: what was done to a session, oldest first.
 */
export function earlierDisconnect(actions: readonly Action[]): { requestedAt: number; text: string } | null {
  const last = actions.filter(({ kind }) => kind === 'disconnect').at(-1)
  if (!last) return null
  const { outcome, requestedAt } = last
  if (outcome.kind === 'unknown') return { requestedAt, text: outcome.error.message }
  if (outcome.kind === 'still-listed') return { requestedAt, text: `${outcomeWords(last, null).text}.` }
  return null
}

const underWay: ReadonlySet<Outcome['kind']> = new Set(['planned', 'sending', 'accepted'])

/** Whether an outcome is news for somebody who looks elsewhere; what is still under way is not. */
export const isNews = (action: Pick<Action, 'outcome'>): boolean => !underWay.has(action.outcome.kind)
