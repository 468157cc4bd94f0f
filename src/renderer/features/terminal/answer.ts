import type { PromptAnswer } from '../../../shared/terminal'
import { request } from '../../bridge'
import { showToast } from '../../components/toast-list'
import { dropPrompt } from '../../stores/terminals'
import { focusTerminal } from './run-command'

/** Answers what a connection asked; `null` gives up. The question goes at once, so that it is answered once. */
export async function answerPrompt(promptId: string, answers: PromptAnswer['answers'], remember = false) {
  dropPrompt(promptId)
  // The dialog gives the focus back to where it was, which may be the list; the terminal is what goes on.
  setTimeout(focusTerminal)
  const result = await request('terminal.answer', { promptId, answers, remember })
  if (result.ok) return
  showToast({ id: `answer ${promptId}`, role: 'alert', text: result.error.message, action: null })
}
