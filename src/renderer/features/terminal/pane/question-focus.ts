import { isDialogOpen } from '../../../lib/open-dialog'
import { typing } from '../../../lib/typing'

/** How the question that a pane shows takes the keyboard. */
const questions = new Map<string, () => void>()

/** A pane shows a question; returns how to say that it does not any more. */
export function keepQuestion(paneId: string, focus: () => void): () => void {
  questions.set(paneId, focus)
  return () => {
    if (questions.get(paneId) === focus) questions.delete(paneId)
  }
}

/** Gives the keyboard to the question that a pane shows; `false` where it shows none. */
export function focusQuestion(paneId: string): boolean {
  const focus = questions.get(paneId)
  focus?.()
  return focus !== undefined
}

/**
 * Whether what appears in a pane by itself may take the keyboard: the person is in that pane, or nowhere, and not in the
 * middle of typing.
 */
export function mayTakeFocus(pane: Element | null | undefined): boolean {
  const { activeElement, body } = document
  if (isDialogOpen() || typing.leftMs > 0 || !pane) return false
  return activeElement === null || activeElement === body || pane.contains(activeElement)
}
