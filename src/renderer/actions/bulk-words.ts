import { becameOf } from '../../shared/batch-state'
import type { Batch, BulkKind } from '../../shared/bulk'
import { counted, grouped } from '../../shared/counted'

/** What each kind of bulk action is called, as a command. */
export const bulkVerbs: Readonly<Record<BulkKind, string>> = {
  message: 'Message',
  disconnect: 'Disconnect',
  'message-disconnect': 'Message, wait, disconnect',
}

const doing: Readonly<Record<BulkKind, string>> = {
  message: 'Messaging',
  disconnect: 'Disconnecting',
  'message-disconnect': 'Messaging, then disconnecting',
}

type Label = Pick<Batch, 'label' | 'labelKind'>

/** How many of what it reached: ` in Hub One`, or ` sessions` where its label only counts them. */
const reachedOf = ({ label, labelKind }: Label): string =>
  labelKind === 'count' ? ' sessions' : ` in ${label}`

/** What it did, to how many, such as `20 of 20`. */
const did: Readonly<Record<BulkKind, (howMany: string, batch: Label) => string>> = {
  message: (howMany, batch) => `Message delivered to ${howMany}${reachedOf(batch)}`,
  disconnect: (howMany, batch) => `Disconnected ${howMany}${reachedOf(batch)}`,
  // Two actions a session, so what is counted are no sessions.
  'message-disconnect': (howMany, { label }) => `Messages and disconnects done: ${howMany}, ${label}`,
}

const doneOf = ({ done, total }: Batch['counts']): string => `${grouped(done)} of ${grouped(total)}`

/** About how long something takes: whole seconds up to two minutes, then minutes, then hours. */
export function aboutTime(ms: number): string {
  if (ms < 1_000) return 'at once'
  const seconds = Math.ceil(ms / 1_000)
  if (seconds < 120) return `about ${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 120 ? `about ${minutes} min` : `about ${Math.ceil(minutes / 60)} h`
}

/** How a bulk action stands, in a few words. */
export function batchState(batch: Batch): string {
  const { state, kind, label, counts, remainingMs } = batch
  switch (state) {
    case 'running':
      return `${doing[kind]}: ${label}${remainingMs === null || remainingMs < 1_000 ? '' : `, ${aboutTime(remainingMs)} left`}`
    case 'paused':
      return `Paused: ${label}`
    case 'counting':
      return `Messages sent: ${label}`
    case 'stopping':
      return `Stopping: ${label}`
    case 'stopped':
      return `Stopped: ${label}`
    case 'done':
      return did[kind](doneOf(counts), batch)
    case 'interrupted':
      return `Interrupted: ${label}`
  }
}

/** What became of its actions so far, such as `41 of 47 done, 2 failed, 1 unknown`; of one that is done only what went wrong. */
export function batchCounts({ state, counts }: Batch): string {
  const parts = state === 'done' ? [] : [`${doneOf(counts)} done`]
  if (counts.failed > 0) parts.push(`${grouped(counts.failed)} failed`)
  if (counts.unknown > 0) parts.push(`${grouped(counts.unknown)} unknown`)
  if (counts.unsent > 0) parts.push(`${grouped(counts.unsent)} not sent`)
  return parts.join(', ')
}

/** Both in sentences, such as `Message delivered to 18 of 20 in Hub One. 2 failed.` */
export const batchSentences = (batch: Batch): string =>
  [batchState(batch), batchCounts(batch)]
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ')

/** What the one button does, and to how many. */
export const bulkButton = (kind: BulkKind, reached: number): string =>
  kind === 'message-disconnect'
    ? `Message and disconnect ${counted(reached, 'session')}`
    : `${bulkVerbs[kind]} ${counted(reached, 'session')}`

/** Filters of the results. */
export const resultFilters = ['all', 'failed', 'unknown', 'unsent', 'done', 'planned'] as const
export type ResultFilter = (typeof resultFilters)[number]

export const resultFilterNames: Readonly<Record<ResultFilter, string>> = {
  all: 'All results',
  failed: 'Failed',
  unknown: 'Unknown',
  unsent: 'Not sent',
  done: 'Done',
  planned: 'Pending',
}

/** Whether a result passes a filter. */
export const passes = (filter: ResultFilter, kind: keyof typeof becameOf): boolean =>
  filter === 'all' || becameOf[kind] === filter || (filter === 'planned' && becameOf[kind] === 'sending')
