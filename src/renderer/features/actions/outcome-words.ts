import type { Action } from '../../../shared/action'
import { duration } from '../../lib/format'

/** How an outcome looks: `busy` is on its way, `warn` needs a look. */
export type OutcomeTone = 'busy' | 'good' | 'warn' | 'bad'

export type OutcomeWords = { text: string; tone: OutcomeTone }

/** Whole seconds up to two minutes, as the documents count; larger spans in their largest unit. */
const span = (ms: number): string => (ms < 120_000 ? `${Math.round(ms / 1_000)} s` : duration(ms))

/**
 * What really happened with an action, as one sentence without its subject. `mayTakeMs` is how long the service may
 * go on listing a disconnected session (`null`: no document says).
 */
export function outcomeWords(
  action: Pick<Action, 'kind' | 'outcome'>,
  mayTakeMs: number | null,
): OutcomeWords {
  const { kind, outcome } = action
  const what = kind === 'message' ? 'Message' : 'Disconnect'
  switch (outcome.kind) {
    case 'sending':
      return { tone: 'busy', text: kind === 'message' ? 'Sending the message…' : 'Asking to disconnect…' }
    case 'accepted':
      return {
        tone: 'busy',
        text: `Accepted, confirming…${mayTakeMs === null ? '' : ` up to ${span(mayTakeMs)}`}`,
      }
    case 'delivered':
      return { tone: 'good', text: 'Message delivered' }
    case 'answered':
      return { tone: 'good', text: 'Message processed, the client answered' }
    case 'not-processed':
      return { tone: 'warn', text: `Message not processed: ${outcome.reason}` }
    case 'gone':
      return { tone: 'good', text: `Gone after ${span(outcome.afterMs)}` }
    case 'still-listed':
      return { tone: 'warn', text: `Still listed after ${span(outcome.afterMs)}` }
    case 'back':
      return {
        tone: 'warn',
        text: `Back after ${span(outcome.afterMs)}${outcome.sameKey ? ', same key' : ''}`,
      }
    case 'unknown':
      return { tone: 'warn', text: `${what}: outcome unknown: ${outcome.error.message}` }
    case 'failed':
      return { tone: 'bad', text: `${what} failed: ${outcome.error.message}` }
  }
}

/** Whether an outcome is news for somebody who looks elsewhere; what is still under way is not. */
export const isNews = (action: Pick<Action, 'kind' | 'outcome'>): boolean =>
  action.outcome.kind !== 'sending' && action.outcome.kind !== 'accepted'
