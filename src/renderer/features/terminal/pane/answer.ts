import type { PromptAnswer, TerminalPrompt } from '../../../../shared/terminal'
import { request } from '../../../bridge'
import { showToast } from '../../../stores/toasts'
import { dropPrompt } from '../terminals'
import { viewOf } from '../view/views'

/**
 * Answers the prompt of a pane's connection; `null` gives up. The prompt is removed at once, so that it is answered once,
 * and the keyboard goes back to the terminal.
 */
export async function answerPrompt(
  paneId: string,
  prompt: TerminalPrompt,
  answers: PromptAnswer['answers'],
  remember = false,
): Promise<void> {
  viewOf(paneId).focus()
  dropPrompt(prompt.id)
  const result = await request('terminal.answer', { promptId: prompt.id, answers, remember })
  if (result.ok) return
  showToast({ id: `answer:${prompt.id}`, role: 'alert', text: result.error.message, action: null })
}
