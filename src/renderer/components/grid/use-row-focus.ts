import { useCallback, useEffect, useId, useRef, useState } from 'react'

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

/** Which row of a table has the keyboard, by its key. */
type RowFocus = {
  /** `null` until a row had it. */
  key: string | null
  /** The id of a row's element. */
  elementId(key: string): string
  /** The row has it. */
  touch(key: string): void
  /** Gives it to the row, which may not be drawn yet. */
  give(key: string): void
}

/** Remembers the row that has the keyboard, also while it is not drawn. `initialKey` gets it first; `null` is none. */
export function useRowFocus(initialKey: string | null): RowFocus {
  const id = useId()
  const [key, setKey] = useState(initialKey)
  const elementId = useCallback((of: string) => `${id} ${of}`, [id])
  const focus = useDrawnFocus(elementId, initialKey)
  return {
    key,
    elementId,
    touch: setKey,
    give(next) {
      setKey(next)
      focus(next)
    },
  }
}
