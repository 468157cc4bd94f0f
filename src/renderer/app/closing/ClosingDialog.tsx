import { useRef } from 'react'
import type { Input, Payload } from '../../../shared/contract'
import { closingText } from '../../../shared/text/closing'
import { commonText } from '../../../shared/text/common'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { flushDrafts } from '../../features/scripts/kept-drafts'
import { useSourceCount } from '../../features/scripts/section-state'

export type ClosingMode = Payload<'window.closing'>['mode']
type Choice = Input<'window.close'>['choice']
type Answers = { title: string; words: string; choices: readonly { choice: Choice; label: string }[] }

const answersTo = (mode: ClosingMode): Answers =>
  mode === 'explain'
    ? {
        title: closingText.keepTitle,
        words: closingText.keep,
        choices: [
          { choice: 'quit', label: closingText.quit },
          { choice: 'hide', label: closingText.keepWatching },
        ],
      }
    : {
        title: closingText.closeTitle,
        words: closingText.close,
        choices: [
          { choice: 'stay', label: commonText.cancel },
          { choice: 'quit', label: closingText.quit },
          { choice: 'minimise', label: closingText.minimise },
        ],
      }

/** Asks what closing the window means, and answers the shell; the last choice is the primary one. */
export function ClosingDialog({ mode, onAnswered }: { mode: ClosingMode; onAnswered(): void }) {
  // Enter must never quit by accident.
  const safe = useRef<HTMLButtonElement>(null)
  const unsent = useSourceCount()
  const { title, words, choices } = answersTo(mode)
  const answer = (choice: Choice) => {
    onAnswered()
    void flushDrafts().then(() => request('window.close', { choice }))
  }
  const primary = choices.at(-1)
  return (
    <Dialog
      title={title}
      size="small"
      initialFocus={safe}
      onClose={() => answer('stay')}
      onSubmit={() => answer(primary?.choice ?? 'stay')}
      footer={choices.map((each) => (
        <Button
          key={each.choice}
          ref={each === primary ? safe : undefined}
          kind={each === primary ? 'primary' : 'quiet'}
          type={each === primary ? 'submit' : 'button'}
          onClick={each === primary ? undefined : () => answer(each.choice)}
        >
          {each.label}
        </Button>
      ))}
    >
      <p>{words}</p>
      {unsent === 0 ? null : <p>{closingText.sourceUnsent(unsent)}</p>}
    </Dialog>
  )
}
