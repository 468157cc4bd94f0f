import { useCallback, useEffect, useRef } from 'react'

/**
 * Gives the focus to a row, at once or as soon as it is drawn. `initialKey` gets it first; `null` is none. The result is
 * stable as long as `elementId` is.
 */
export function useDrawnFocus(
  elementId: (key: string) => string,
  initialKey: string | null,
): (key: string) => void {
  const wanted = useRef(initialKey)
  const take = useCallback(() => {
    const element = wanted.current === null ? null : document.getElementById(elementId(wanted.current))
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  }, [elementId])
  useEffect(take)
  return useCallback(
    (key) => {
      wanted.current = key
      // A wish that waited for the next drawing could take the focus from where the person is by then.
      take()
    },
    [take],
  )
}
