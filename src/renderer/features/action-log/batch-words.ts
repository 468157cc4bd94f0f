import type { Batch } from '../../../shared/bulk'
import { grouped } from '../../../shared/counted'
import { bulkVerbs } from '../../actions/bulk-words'

const states: Readonly<Record<Batch['state'], string>> = {
  running: 'Running',
  paused: 'Paused',
  counting: 'Counting down',
  stopping: 'Stopping',
  stopped: 'Stopped',
  done: 'Done',
  interrupted: 'Interrupted: Sessiondeck ended in the middle',
}

/** A bulk action in a few words: what to whom. */
export const batchName = ({ kind, label }: Batch): string => `${bulkVerbs[kind]} · ${label}`

/** How a bulk action stands: its state and what became of its actions. */
export function batchWords({ state, counts }: Batch): string {
  const parts = (['done', 'failed', 'unknown', 'unsent', 'sending', 'planned'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${grouped(counts[kind])} ${words[kind]}`)
  return `${states[state]}. ${parts.join(', ') || 'Nothing'} of ${grouped(counts.total)}.`
}

const words = {
  done: 'done',
  failed: 'failed',
  unknown: 'unknown',
  unsent: 'not sent',
  sending: 'on the way',
  planned: 'waiting',
} as const
