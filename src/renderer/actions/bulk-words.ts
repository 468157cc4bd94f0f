import { becameOf } from '../../shared/batch-state'
import type { Batch, BulkKind } from '../../shared/bulk'
import { batchesText } from '../../shared/text/batches'
import { bulkKindsText } from '../../shared/text/bulk-kinds'
import { resultFiltersText } from '../../shared/text/result-filters'

/** What each kind of bulk action is called, as a command. */
export const bulkVerbs: Readonly<Record<BulkKind, string>> = bulkKindsText

const doing: Readonly<Record<BulkKind, (label: string) => string>> = {
  message: (label) => batchesText.messaging(label),
  disconnect: (label) => batchesText.disconnecting(label),
  'message-disconnect': (label) => batchesText.messagingThenDisconnecting(label),
}

/** What it did, and to how many of what it reached. */
const did: Readonly<Record<BulkKind, (batch: Batch) => string>> = {
  message: ({ counts: { done, total }, label, labelKind }) =>
    labelKind === 'count' ? batchesText.messaged(done, total) : batchesText.messagedIn(done, total, label),
  disconnect: ({ counts: { done, total }, label, labelKind }) =>
    labelKind === 'count'
      ? batchesText.disconnected(done, total)
      : batchesText.disconnectedIn(done, total, label),
  // Two actions a session, so what is counted are no sessions.
  'message-disconnect': ({ counts: { done, total }, label }) => batchesText.bothDone(done, total, label),
}

/** About how long something takes: whole seconds up to two minutes, then minutes, then hours. */
export function aboutTime(ms: number): string {
  if (ms < 1_000) return batchesText.atOnce
  const seconds = Math.ceil(ms / 1_000)
  if (seconds < 120) return batchesText.aboutSeconds(seconds)
  const minutes = Math.ceil(seconds / 60)
  return minutes < 120 ? batchesText.aboutMinutes(minutes) : batchesText.aboutHours(Math.ceil(minutes / 60))
}

/** How a bulk action stands, in a few words. */
export function batchState(batch: Batch): string {
  const { state, kind, label, remainingMs } = batch
  switch (state) {
    case 'running': {
      const words = doing[kind](label)
      return remainingMs === null || remainingMs < 1_000
        ? words
        : batchesText.timeLeft(words, aboutTime(remainingMs))
    }
    case 'paused':
      return batchesText.paused(label)
    case 'counting':
      return batchesText.messagesSent(label)
    case 'stopping':
      return batchesText.stopping(label)
    case 'stopped':
      return batchesText.stopped(label)
    case 'done':
      return did[kind](batch)
    case 'interrupted':
      return batchesText.interrupted(label)
  }
}

/** What became of its actions so far, such as `41 of 47 done, 2 failed, 1 unknown`; of one that is done only what went wrong. */
export function batchCounts({ state, counts }: Batch): string {
  const parts = state === 'done' ? [] : [batchesText.done(counts.done, counts.total)]
  if (counts.failed > 0) parts.push(batchesText.failed(counts.failed))
  if (counts.unknown > 0) parts.push(batchesText.unknown(counts.unknown))
  if (counts.unsent > 0) parts.push(batchesText.notSent(counts.unsent))
  return parts.join(', ')
}

/** Both in sentences, such as `Message delivered to 18 of 20 in Hub One. 2 failed.` */
export const batchSentences = (batch: Batch): string =>
  [batchState(batch), batchCounts(batch)]
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ')

const buttons: Readonly<Record<BulkKind, (reached: number) => string>> = {
  message: (reached) => batchesText.message(reached),
  disconnect: (reached) => batchesText.disconnect(reached),
  'message-disconnect': (reached) => batchesText.messageAndDisconnect(reached),
}

/** What the one button does, and to how many. */
export const bulkButton = (kind: BulkKind, reached: number): string => buttons[kind](reached)

/** Filters of the results. */
export const resultFilters = ['all', 'failed', 'unknown', 'unsent', 'done', 'planned'] as const
export type ResultFilter = (typeof resultFilters)[number]

/** What each of them is called. */
export const resultFilterNames: Readonly<Record<ResultFilter, string>> = resultFiltersText

/** Whether a result passes a filter. */
export const passes = (filter: ResultFilter, kind: keyof typeof becameOf): boolean =>
  filter === 'all' || becameOf[kind] === filter || (filter === 'planned' && becameOf[kind] === 'sending')
