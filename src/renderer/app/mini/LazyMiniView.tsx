import { lazy, Suspense } from 'react'
import { useMini } from '../../stores/mini'

const MiniView = lazy(() => import('./MiniView').then((module) => ({ default: module.MiniView })))

/** The small view, loaded when it is first wanted. */
export function LazyMiniView() {
  const isOn = useMini(({ behind }) => behind !== null)
  return isOn ? (
    <Suspense fallback={null}>
      <MiniView />
    </Suspense>
  ) : null
}
