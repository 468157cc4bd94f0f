import type { RequestsOf } from '../../../shared/contract'
import { type AppError, err } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import { watchRequestsText } from '../../../shared/text/watch-requests'
import { notWatched } from '../monitor/not-watched'
import type { Provider } from '../providers/provider'

type StatisticsRequests = Extract<RequestsOf<'watch'>, 'machine.statistics'>

/** Answers the window's requests for an organisation's figures. `provider`: of an account that is watched now. */
export function statisticsHandlers(
  provider: (accountId: string) => Provider | undefined,
): Handlers<StatisticsRequests> {
  return {
    async 'machine.statistics'({ accountId, period }) {
      const asked = provider(accountId)
      if (!asked) return err(notWatched(watchRequestsText.notWatchedStatistics))
      if (!asked.statistics) return err(noStatistics())
      return asked.statistics(period, new AbortController().signal)
    },
  }
}

const noStatistics = (): AppError => ({ kind: 'unsupported', message: watchRequestsText.noStatistics })
