import { create } from 'zustand'
import type { ActionKind, Outcome } from '../../../shared/action'
import type { LogQuery } from '../../../shared/action-log'
import { showSection } from '../../stores/section'

/** How far back the log is shown. */
export const periods = [
  { id: 'all', label: 'Any time', days: null },
  { id: 'day', label: 'Last 24 hours', days: 1 },
  { id: 'week', label: 'Last 7 days', days: 7 },
  { id: 'month', label: 'Last 30 days', days: 30 },
] as const
type PeriodId = (typeof periods)[number]['id']

/** Outcomes that one choice of the filter stands for. */
export const outcomeGroups = [
  { id: 'under-way', label: 'In progress', kinds: ['planned', 'sending', 'accepted'] },
  { id: 'done', label: 'Done', kinds: ['delivered', 'answered', 'gone'] },
  { id: 'back', label: 'Came back', kinds: ['back'] },
  { id: 'still-listed', label: 'Still listed', kinds: ['still-listed'] },
  { id: 'not-processed', label: 'Not processed', kinds: ['not-processed'] },
  { id: 'failed', label: 'Failed', kinds: ['failed'] },
  { id: 'unknown', label: 'Outcome unknown', kinds: ['unknown'] },
  { id: 'unsent', label: 'Not sent', kinds: ['unsent'] },
] as const satisfies readonly { id: string; label: string; kinds: readonly Outcome['kind'][] }[]
type OutcomeGroupId = (typeof outcomeGroups)[number]['id']

/** The filters of the log. */
export type LogView = {
  text: string
  kinds: readonly ActionKind[]
  outcomes: readonly OutcomeGroupId[]
  accountId: string | null
  batchId: string | null
  period: PeriodId
}

const wide: LogView = { text: '', kinds: [], outcomes: [], accountId: null, batchId: null, period: 'all' }

/** Kept while other sections are shown. */
export const useLogView = create<LogView>(() => wide)

/** Narrows the log further, or less. */
export const changeLogView = (fields: Partial<LogView>): void => useLogView.setState(fields)

/** Shows everything that is kept. */
export const clearLogView = (): void => useLogView.setState(wide)

/** Whether anything is hidden. */
export const isLogNarrowed = (view: LogView): boolean =>
  view.text.trim() !== '' ||
  view.kinds.length + view.outcomes.length > 0 ||
  view.accountId !== null ||
  view.batchId !== null ||
  view.period !== 'all'

/** Shows exactly the actions of a bulk action. */
export function showBatchInLog(batchId: string): void {
  useLogView.setState({ ...wide, batchId })
  showSection('log')
}

const dayMs = 86_400_000

/** The view as a question to the log, at `now` (epoch ms); from its newest page on. */
export function logQuery(view: LogView, now: number): Omit<LogQuery, 'limit'> {
  const days = periods.find(({ id }) => id === view.period)?.days ?? null
  return {
    text: view.text,
    kinds: [...view.kinds],
    outcomes: outcomeGroups.filter(({ id }) => view.outcomes.includes(id)).flatMap(({ kinds }) => kinds),
    accountId: view.accountId,
    batchId: view.batchId,
    from: days === null ? null : now - days * dayMs,
    to: null,
    before: null,
  }
}
