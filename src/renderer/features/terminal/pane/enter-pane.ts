import { isDialogOpen } from '../../../lib/open-dialog'
import { viewOf } from '../view/views'
import { focusQuestion } from './question-focus'

/** Gives the keyboard to what a pane shows, because the person came to it: its question, or its terminal. */
export function enterPane(paneId: string): void {
  // Text that is typed into a dialog, a password maybe, must never land in a terminal.
  if (!isDialogOpen() && !focusQuestion(paneId)) viewOf(paneId).focus()
}
