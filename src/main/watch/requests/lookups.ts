import type { Payload, RequestsOf } from '../../../shared/contract'
import { type AppError, err, ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { notWatched } from '../monitor/not-watched'
import type { Provider } from '../providers/provider'
import type { FoundSessions } from '../sessions/found-sessions'

type LookupRequests = Extract<RequestsOf<'watch'>, 'lookup.run' | 'lookup.cancel'>

const cancelled = (): AppError => ({ kind: 'cancelled', message: watchRequestsText.lookupStopped })

/**
 * Answers the window's look-ups: one at a time in each lane. `provider`: of an account that is watched now. `progress` is
 * called after each page of a look-up of several pages.
 */
export function lookupHandlers(
  provider: (accountId: string) => Provider | undefined,
  found: FoundSessions,
  progress: (payload: Payload<'lookup.progress'>) => void,
): Handlers<LookupRequests> {
  const lanes = new Map<string, AbortController>()
  const cancel = (lane: string) => {
    lanes.get(lane)?.abort()
    lanes.delete(lane)
  }
  return {
    async 'lookup.run'({ lane, accountId, question }) {
      cancel(lane)
      const asked = provider(accountId)
      if (!asked) return err(notWatched(watchRequestsText.notWatchedLookup))
      const controller = new AbortController()
      lanes.set(lane, controller)
      try {
        const result = await asked.lookup(question, controller.signal, (done, total) => {
          if (!controller.signal.aborted) progress({ lane, done, total })
        })
        // Between two pages nothing else may notice; what another key or service found must not be acted on.
        if (controller.signal.aborted || provider(accountId) !== asked) return err(cancelled())
        if (result.ok) found.add(result.value.sessions, question)
        return result
      } finally {
        if (lanes.get(lane) === controller) lanes.delete(lane)
      }
    },
    'lookup.cancel'({ lane }) {
      cancel(lane)
      return ok(undefined)
    },
  }
}
