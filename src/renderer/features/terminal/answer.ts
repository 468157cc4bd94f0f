import type { PromptAnswer, TerminalPrompt } from '../../../shared/terminal'
import { request } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { isDialogOpen } from '../../lib/open-dialog'
import { useTerminalTabs } from '../../stores/terminal-tabs'
import { dropPrompt } from '../../stores/terminals'
import { viewOf } from './views'

/** So many frames a closing dialog may take to give the focus back. */
const closingFrames = 30

/** Answers what a connection asked; `null` gives up. The question goes at once, so that it is answered once. */
export async function answerPrompt(
  prompt: TerminalPrompt,
  answers: PromptAnswer['answers'],
  remember = false,
): Promise<void> {
  dropPrompt(prompt.id)
  focusTerminalOf(prompt)
  const result = await request('terminal.answer', { promptId: prompt.id, answers, remember })
  if (result.ok) return
  showToast({ id: `answer ${prompt.id}`, role: 'alert', text: result.error.message, action: null })
}

/** The dialog gives the focus back to where it was, which may be the list; the terminal that asked is what goes on. */
function focusTerminalOf({ terminalId }: TerminalPrompt): void {
  const pane = [...useTerminalTabs.getState().panes.values()].find((each) => each.terminalId === terminalId)
  if (!pane) return
  const attempt = (framesLeft: number) => {
    if (!isDialogOpen()) setTimeout(() => isDialogOpen() || viewOf(pane.id).focus())
    else if (framesLeft > 0) requestAnimationFrame(() => attempt(framesLeft - 1))
  }
  requestAnimationFrame(() => attempt(closingFrames))
}
