import { useEffect } from 'react'
import { request } from '../../bridge'
import { openDialog } from '../../stores/dialogs'
import { toggleNavigation } from '../../stores/view'

const zoom = (step: -1 | 0 | 1) => () => void request('window.zoom', { step })

const keys: Readonly<Record<string, () => void>> = {
  b: toggleNavigation,
  ',': () => openDialog({ kind: 'settings' }),
  '+': zoom(1),
  '=': zoom(1),
  '-': zoom(-1),
  '0': zoom(0),
}

/** The keys that work wherever the focus is; not while a dialog asks something. */
export function useWindowKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const run = event.ctrlKey || event.metaKey ? keys[event.key.toLowerCase()] : undefined
      if (!run || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      run()
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [])
}
