import { useCallback, useEffect, useRef } from 'react'

/** Tells whether the component is still on screen, for an answer that may come after it has gone. */
export function useIsShown(): () => boolean {
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return useCallback(() => shown.current, [])
}
