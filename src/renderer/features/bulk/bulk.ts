import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { isUnderWay } from '../../../shared/batch-state'
import type { Batch } from '../../../shared/bulk'

/** The bulk actions that the window knows. The map is replaced, never changed. */
const useBatches = create<{ batches: ReadonlyMap<string, Batch> }>(() => ({ batches: new Map() }))

/** Takes the latest, newest first. */
export const setBatches = (list: readonly Batch[]): void =>
  useBatches.setState({ batches: new Map(list.map((batch) => [batch.id, batch])) })

/** Takes how one stands now. */
export const changeBatch = (batch: Batch): void =>
  useBatches.setState(({ batches }) => ({ batches: new Map(batches).set(batch.id, batch) }))

/** One bulk action; `undefined` where the window does not know it. */
export const useBatch = (id: string): Batch | undefined => useBatches(({ batches }) => batches.get(id))

/** The ids of those that may still send something, the latest first. */
export const useBatchesUnderWay = (): readonly string[] =>
  useBatches(
    useShallow(({ batches }) =>
      [...batches.values()]
        .filter(({ state }) => isUnderWay(state))
        .sort((a, b) => b.requestedAt - a.requestedAt)
        .map(({ id }) => id),
    ),
  )
