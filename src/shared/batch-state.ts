import type { Outcome } from './action'
import type { Batch } from './bulk'

/*
 * Apart from the schemas, so that a window's first row does not wait for them.
 */

/** The counts of a bulk action but for their sum. */
export type Became = Exclude<keyof Batch['counts'], 'total'>

/** The counts of a bulk action, by outcome. */
export const becameOf: Readonly<Record<Outcome['kind'], Became>> = {
  planned: 'planned',
  sending: 'sending',
  unsent: 'unsent',
  accepted: 'done',
  delivered: 'done',
  answered: 'done',
  gone: 'done',
  back: 'done',
  'not-processed': 'failed',
  'still-listed': 'failed',
  failed: 'failed',
  unknown: 'unknown',
}

/** Whether a bulk action in this state may still send something. */
export const isUnderWay = (state: Batch['state']): boolean =>
  state === 'running' || state === 'paused' || state === 'counting' || state === 'stopping'
