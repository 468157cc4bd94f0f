import { useEffect, useRef } from 'react'
import { isPressed } from '../lib/shortcuts'
import { isForField } from '../lib/typing'

/** Calls `search` when Ctrl/Cmd+F or `/` is pressed while the component is shown: it puts the focus where one asks. */
export function useSearchShortcut(search: () => void): void {
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey
      if (!isPressed('search', event) || (plain && isForField(event.target))) return
      event.preventDefault()
      latest.current()
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [])
}
