import { type RefObject, useLayoutEffect } from 'react'

/** When the focus would go away with an element, the section or dialog around takes it: the keyboard goes on from there. */
export function useFocusHandover(ref: RefObject<HTMLElement | null>): void {
  // In the layout phase: the element is still in the document when it is told to go.
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      const around = element.parentElement?.closest<HTMLElement>('section, [role=dialog]')
      if (!around) return
      around.tabIndex = -1
      around.focus()
    }
  }, [ref])
}
