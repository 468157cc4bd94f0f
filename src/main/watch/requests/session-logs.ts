import type { RequestsOf } from '../../../shared/contract'
import { sessionKey } from '../../../shared/ids'
import { type AppError, err } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { notWatched } from '../monitor/not-watched'
import type { Provider } from '../providers/provider'

type LogRequests = Extract<RequestsOf<'watch'>, 'session.logs'>

/** An account that is watched, with its way to the service. */
type Watched = { account: { id: string }; provider: Provider }

/**
 * Answers the window's requests for a session's logs. The session need not be in the roster: a service keeps the logs of
 * one that has left. `watched`: every watched account.
 */
export function sessionLogHandlers(watched: () => Iterable<Watched>): Handlers<LogRequests> {
  return {
    async 'session.logs'({ key, format }) {
      for (const { account, provider } of watched()) {
        const prefix = sessionKey(account.id, '')
        if (!key.startsWith(prefix)) continue
        if (!provider.logs) return err(noLogs())
        return provider.logs(key.slice(prefix.length), format, new AbortController().signal)
      }
      return err(notWatched(watchRequestsText.notWatchedLogs))
    },
  }
}

const noLogs = (): AppError => ({ kind: 'unsupported', message: watchRequestsText.noLogs })
