import { create } from 'zustand'
import type { ActionKind, Outcome } from '../../../shared/action'
import type { LogQuery } from '../../../shared/action-log'
import { actionLogText } from '../../../shared/text/action-log'
import { showSection } from '../../stores/section'

const periodDays = [
  { id: 'all', text: 'anyTime', days: null },
  { id: 'day', text: 'lastDay', days: 1 },
  { id: 'week', text: 'lastWeek', days: 7 },
  { id: 'month', text: 'lastMonth', days: 30 },
] as const
/** How far back the log is shown. */
export const periods = () => periodDays.map(({ id, text }) => ({ id, label: actionLogText[text] }))
type PeriodId = (typeof periodDays)[number]['id']

const outcomeKinds = [
  { id: 'under-way', text: 'inProgress', kinds: ['planned', 'sending', 'accepted'] },
  { id: 'done', text: 'done', kinds: ['delivered', 'answered', 'gone'] },
  { id: 'back', text: 'cameBack', kinds: ['back'] },
  { id: 'still-listed', text: 'stillListed', kinds: ['still-listed'] },
  { id: 'not-processed', text: 'notProcessed', kinds: ['not-processed'] },
  { id: 'failed', text: 'failed', kinds: ['failed'] },
  { id: 'unknown', text: 'unknown', kinds: ['unknown'] },
  { id: 'unsent', text: 'notSent', kinds: ['unsent'] },
] as const satisfies readonly { id: string; text: string; kinds: readonly Outcome['kind'][] }[]
/** Outcomes that mean the same to somebody who looks for them. */
export const outcomeGroups = () =>
  outcomeKinds.map(({ id, text, kinds }) => ({ id, label: actionLogText[text], kinds }))
type OutcomeGroupId = (typeof outcomeKinds)[number]['id']

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
  const days = periodDays.find(({ id }) => id === view.period)?.days ?? null
  return {
    text: view.text,
    kinds: [...view.kinds],
    outcomes: outcomeKinds.filter(({ id }) => view.outcomes.includes(id)).flatMap(({ kinds }) => kinds),
    accountId: view.accountId,
    batchId: view.batchId,
    from: days === null ? null : now - days * dayMs,
    to: null,
    before: null,
  }
}
