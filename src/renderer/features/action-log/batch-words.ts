import type { Batch } from '../../../shared/bulk'
import { actionLogText } from '../../../shared/text/action-log'
import { bulkVerbs } from '../../actions/bulk-words'

const states = {
  running: 'batchRunning',
  paused: 'batchPaused',
  counting: 'batchCounting',
  stopping: 'batchStopping',
  stopped: 'batchStopped',
  done: 'batchDone',
  interrupted: 'batchInterrupted',
} as const satisfies Record<Batch['state'], unknown>

/** A bulk action in a few words: what to whom. */
export const batchName = ({ kind, label }: Batch): string => `${bulkVerbs[kind]} · ${label}`

/** How a bulk action stands: its state and what became of its actions. */
export function batchWords({ state, counts }: Batch): string {
  const parts = (['done', 'failed', 'unknown', 'unsent', 'sending', 'planned'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => actionLogText[`${kind}Count`](counts[kind]))
  return actionLogText.progress(actionLogText[states[state]], parts.join(', '), counts.total)
}
