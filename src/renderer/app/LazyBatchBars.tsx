import { lazy, Suspense } from 'react'
import { useBatchesUnderWay } from '../features/bulk/bulk'

const BatchBars = lazy(() =>
  import('../features/bulk/BatchBars').then((module) => ({ default: module.BatchBars })),
)

/** How the bulk actions under way are doing; loaded with the first one. */
export function LazyBatchBars() {
  const ids = useBatchesUnderWay()
  return <Suspense fallback={null}>{ids.length > 0 ? <BatchBars ids={ids} /> : null}</Suspense>
}
