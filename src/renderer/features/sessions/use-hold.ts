import { type RefObject, useEffect } from 'react'
import { roster } from '../../stores/roster'

type Held = {
  /** A list that is not on screen has no holder. */
  isShown: boolean
  isMenuOpen: boolean
}

/**
 * Keeps the list still while the pointer is over it, the focus is in it, or its menu is open. A window that is not
 * in front has no focus: a list beside a game goes on.
 */
export function useHold(list: RefObject<HTMLElement | null>, { isShown, isMenuOpen }: Held): void {
  useEffect(() => {
    const element = list.current
    if (!element || !isShown) return
    // Until it moves, a pointer that merely lay where the list appeared does not count: the first answers would wait.
    let over = false
    const update = () => {
      const focused = document.hasFocus() && element.contains(document.activeElement)
      roster.setHeld('list', over || focused)
    }
    // When focus moves, activeElement is the new one only after the event.
    const later = () => queueMicrotask(update)
    const move = () => {
      if (over) return
      over = true
      update()
    }
    const leave = () => {
      over = false
      update()
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('focusin', update)
    element.addEventListener('focusout', later)
    globalThis.addEventListener('blur', update)
    globalThis.addEventListener('focus', update)
    update()
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('focusin', update)
      element.removeEventListener('focusout', later)
      globalThis.removeEventListener('blur', update)
      globalThis.removeEventListener('focus', update)
      roster.setHeld('list', false)
    }
  }, [list, isShown])
  useEffect(() => {
    roster.setHeld('row-menu', isMenuOpen)
    return () => roster.setHeld('row-menu', false)
  }, [isMenuOpen])
}
