import { useEffect } from 'react'
import { isDialogOpen } from '../../lib/open-dialog'
import { commandOf } from './terminal-keys'
import { useTerminalPanel } from './terminal-panel'
import { focusTerminal, runCommand } from './view/run-command'

/** Marks the part of the window in which the terminals' shortcuts work. */
export const panelMark = { 'data-terminals': '' }

/**
 * The terminals' shortcuts: in the panel all of them, elsewhere only the one that opens it. Heard before anybody else,
 * so that neither a terminal nor the window takes the key for its own.
 */
export function useTerminalKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = commandOf(event)
      // A `paste` event follows that key by itself.
      if (command === null || command === 'paste') return
      const inside = event.target instanceof Element && event.target.closest('[data-terminals]') !== null
      if (!inside && command !== 'toggle-panel') return
      if (isDialogOpen()) return
      // Text fields of the panel (search, a tab's name) copy and select for themselves.
      const inField = event.target instanceof HTMLInputElement
      if (inField && ['copy', 'select-all'].includes(command)) return
      event.preventDefault()
      event.stopPropagation()
      runCommand(command)
      if (command === 'toggle-panel' && useTerminalPanel.getState().open) requestAnimationFrame(focusTerminal)
    }
    globalThis.addEventListener('keydown', onKeyDown, { capture: true })
    return () => globalThis.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
