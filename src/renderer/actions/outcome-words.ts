import type { Action, ActionKind, Outcome } from '../../shared/action'
import { duration } from '../lib/format'

/** How an outcome looks: `busy` is on its way, `warn` needs a look. */
export type OutcomeTone = 'busy' | 'good' | 'warn' | 'bad'

export type OutcomeWords = { text: string; tone: OutcomeTone }

/** What each kind of action is called. */
export const actionNames: Readonly<Record<ActionKind, string>> = {
  message: 'Message',
  disconnect: 'Disconnect',
  'script-edit': 'Script change',
  'script-toggle': 'Script switch',
  'script-update': 'Script update',
  'script-remove': 'Script removal',
  'session-create': 'New session',
  'session-end': 'Session end',
}

const sendingWords: Readonly<Record<ActionKind, string>> = {
  message: 'Sending the message…',
  disconnect: 'Disconnecting…',
  'script-edit': 'Changing the script…',
  'script-toggle': 'Switching the script…',
  'script-update': 'Updating the script…',
  'script-remove': 'Removing the script…',
  'session-create': 'Creating a session…',
  'session-end': 'Ending the session…',
}

const doneWords: { readonly [K in ActionKind]?: string } = {
  message: 'Message delivered',
  'session-create': 'Session created',
  'session-end': 'Session ended',
}

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
  const what = actionNames[kind]
  switch (outcome.kind) {
    case 'planned':
      return { tone: 'busy', text: `${what} queued, not sent yet` }
    case 'unsent':
      return { tone: 'warn', text: `${what} not sent: ${outcome.reason}` }
    case 'sending':
      return { tone: 'busy', text: sendingWords[kind] }
    case 'accepted':
      return {
        tone: 'busy',
        text: `Accepted, confirming…${mayTakeMs === null ? '' : ` up to ${span(mayTakeMs)}`}`,
      }
    case 'delivered':
      return { tone: 'good', text: doneWords[kind] ?? `${what} done` }
    case 'answered':
      return { tone: 'good', text: 'Message processed; the client replied' }
    case 'not-processed':
      return { tone: 'warn', text: `Message not processed: ${outcome.reason}` }
    case 'gone':
      return { tone: 'good', text: `Disconnected after ${span(outcome.afterMs)}` }
    case 'still-listed':
      return { tone: 'warn', text: `Still listed after ${span(outcome.afterMs)}` }
    case 'back':
      return {
        tone: 'warn',
        text: `Reconnected after ${span(outcome.afterMs)}${outcome.sameKey ? ', same key' : ''}`,
      }
    case 'unknown':
      return { tone: 'warn', text: `${what}: outcome unknown: ${outcome.error.message}` }
    case 'failed':
      return { tone: 'bad', text: `${what} failed: ${outcome.error.message}` }
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
