import { useEffect, useRef } from 'react'
import { isPressed } from '../lib/shortcuts'

/** A key that is meant for a field, or for a dialog that lies over the list. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], [role=dialog]') !== null

/** Calls `search` when Ctrl/Cmd+F or `/` is pressed while the component is shown: it puts the focus where one asks. */
export function useSearchShortcut(search: () => void): void {
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey
      if (!isPressed('search', event) || (plain && isTyping(event.target))) return
      event.preventDefault()
      latest.current()
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [])
}
