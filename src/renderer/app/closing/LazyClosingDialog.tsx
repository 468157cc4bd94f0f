import { lazy, Suspense, useEffect, useState } from 'react'
import { on } from '../../bridge'
import type { ClosingMode } from './ClosingDialog'

const Dialog = lazy(() => import('./ClosingDialog').then((module) => ({ default: module.ClosingDialog })))

/** The question that the shell has when somebody closes the window; loaded with the first one. Mounted once. */
export function LazyClosingDialog() {
  const [mode, setMode] = useState<ClosingMode | null>(null)
  useEffect(() => on('window.closing', (payload) => setMode(payload.mode)), [])
  return (
    <Suspense fallback={null}>
      {mode ? <Dialog mode={mode} onAnswered={() => setMode(null)} /> : null}
    </Suspense>
  )
}
