import { useEffect, useId, useRef, useState } from 'react'

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
  const wanted = useRef(initialKey)
  const elementId = (of: string) => `${id} ${of}`
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(elementId(wanted.current))
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  })
  return {
    key,
    elementId,
    touch: setKey,
    give(next) {
      setKey(next)
      wanted.current = next
    },
  }
}
