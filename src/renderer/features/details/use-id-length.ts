import { type RefObject, useLayoutEffect, useState } from 'react'
import { idCharactersIn } from '../../lib/id-width'

/** What a row has besides its value: label, gaps, padding and the copy button, CSS px; the style sheet says the same. */
const besidesPx = 132 + 2 * 8 + 24 + 6

/** How many characters of an id fit the rows of `sections` now. */
export function useIdLength(sections: RefObject<HTMLElement | null>): number {
  const [length, setLength] = useState(20)
  useLayoutEffect(() => {
    const element = sections.current
    if (!element) return
    const measure = () => {
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      const width = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      setLength(idCharactersIn(width - besidesPx))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [sections])
  return length
}
