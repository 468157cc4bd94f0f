import { type RefObject, useEffect, useRef } from 'react'

/** What a person pressed last. */
type Press = 'keyboard' | 'pointer'

/** Tells whether the latest press was on the keyboard or the pointer; `null` before there was one. */
export function useLastPress(): RefObject<Press | null> {
  const last = useRef<Press | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const note = ({ type }: Event) => {
      last.current = type === 'keydown' ? 'keyboard' : 'pointer'
    }
    for (const type of ['keydown', 'pointerdown'])
      globalThis.addEventListener(type, note, { capture: true, signal: stop.signal })
    return () => stop.abort()
  }, [])
  return last
}
