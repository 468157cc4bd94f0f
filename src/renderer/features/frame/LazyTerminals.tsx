import { lazy, Suspense } from 'react'

const Panel = lazy(() =>
  import('../terminal/TerminalPanel').then(({ TerminalPanel }) => ({ default: TerminalPanel })),
)
const Dialogs = lazy(() =>
  import('../terminal/TerminalDialogs').then(({ TerminalDialogs }) => ({ default: TerminalDialogs })),
)

/** The terminals' panel. The emulator is half of the window's script; the first row does not wait for it. */
export function LazyTerminalPanel() {
  return (
    <Suspense fallback={null}>
      <Panel />
    </Suspense>
  )
}

/** What terminals ask. */
export function LazyTerminalDialogs() {
  return (
    <Suspense fallback={null}>
      <Dialogs />
    </Suspense>
  )
}
