import { type RefObject, useLayoutEffect, useState } from 'react'

/** What a row has besides its value: label, gaps, padding and the copy button, CSS px; the style sheet says the same. */
const besidesPx = 132 + 2 * 8 + 24 + 6
/** The width of a character of an id: 0.6 em of its 12 px, with room for rounding. */
const characterPx = 7.21

/** How many characters of an id fit the rows of `sections` now. */
export function useIdLength(sections: RefObject<HTMLElement | null>): number {
  const [length, setLength] = useState(20)
  useLayoutEffect(() => {
    const element = sections.current
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      const width = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      setLength(Math.floor((width - besidesPx) / characterPx))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [sections])
  return length
}
