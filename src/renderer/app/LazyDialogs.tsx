import { lazy, Suspense, useEffect } from 'react'
import { afterStart } from '../lib/after-start'
import { useDialogs } from '../stores/dialogs'

const load = () => import('./Dialogs').then(({ Dialogs }) => ({ default: Dialogs }))
const Dialogs = lazy(load)

/**
 * The dialogs and the schemas of their forms, which the first row does not wait for. They are loaded when the window
 * has time for it, so that the first one to open is there at once.
 */
export function LazyDialogs() {
  const isOpen = useDialogs((state) => state.dialog !== null || state.isFinding)
  useEffect(() => afterStart(() => void load()), [])
  return <Suspense fallback={null}>{isOpen ? <Dialogs /> : null}</Suspense>
}
