import { useCallback } from 'react'
import type { LookupAnswer } from '../../../shared/lookup'
import type { MachineFacts } from '../../../shared/providers/facts'
import type { StatisticsPeriod } from '../../../shared/statistics'
import { request } from '../../bridge'
import { addFound } from '../../stores/found'
import { type Answer, useAnswer } from './use-answer'

const dayMs = 86_400_000
/** The document says no more of a period than its name; a month is the longest one. */
const periodMs: Readonly<Record<StatisticsPeriod, number>> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 31 * dayMs,
}

/** The sessions of an organisation that began in a period and have ended. */
export function useEndedSessions(
  accountId: string,
  { endedSince }: MachineFacts,
  period: StatisticsPeriod,
): { answer: Answer<LookupAnswer>; again(): void } {
  return useAnswer(
    useCallback(async () => {
      const result = await request('lookup.run', {
        lane: `machines:${accountId}`,
        accountId,
        question: endedSince(Date.now() - periodMs[period]),
      })
      // Details and logs know them by that.
      if (result.ok) addFound(result.value.sessions)
      return result
    }, [accountId, endedSince, period]),
  )
}
