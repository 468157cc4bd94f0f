import { lazy, Suspense, useEffect } from 'react'
import { useTerminalTabs } from '../features/terminal/tabs/terminal-tabs'
import { useTerminalDialog } from '../features/terminal/terminal-dialogs'
import { commandOf } from '../features/terminal/terminal-keys'
import { togglePanel, useTerminalPanel } from '../features/terminal/terminal-panel'
import { isDialogOpen } from '../lib/open-dialog'

const Panel = lazy(() =>
  Promise.all([import('../features/terminal/TerminalPanel'), import('../features/terminal/view/views')]).then(
    ([{ TerminalPanel }, { connectViews }]) => {
      connectViews()
      return { default: TerminalPanel }
    },
  ),
)
const Dialogs = lazy(() =>
  import('../features/terminal/TerminalDialogs').then(({ TerminalDialogs }) => ({
    default: TerminalDialogs,
  })),
)

/**
 * The terminals' panel, while there is something in it. The emulator is half of the window's script: a window without a
 * terminal never loads it.
 */
export function LazyTerminalPanel() {
  const isOpen = useTerminalPanel(({ open }) => open)
  const hasTabs = useTerminalTabs(({ tabs }) => tabs.length > 0)
  const isThere = isOpen || hasTabs
  useOpeningKey(!isThere)
  return <Suspense fallback={null}>{isThere ? <Panel /> : null}</Suspense>
}

/** The terminals' own dialogs; loaded with the first one. */
export function LazyTerminalDialogs() {
  const isOpened = useTerminalDialog(({ dialog }) => dialog !== null)
  return <Suspense fallback={null}>{isOpened ? <Dialogs /> : null}</Suspense>
}

/** Opens the panel by its key. Once it is there it hears that one itself. */
function useOpeningKey(isHeard: boolean): void {
  useEffect(() => {
    if (!isHeard) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (commandOf(event) !== 'toggle-panel' || isDialogOpen()) return
      event.preventDefault()
      event.stopPropagation()
      togglePanel()
    }
    globalThis.addEventListener('keydown', onKeyDown, { capture: true })
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [isHeard])
}
