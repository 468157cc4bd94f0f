import { useRef } from 'react'
import type { Input, Payload } from '../../../shared/contract'
import { counted } from '../../../shared/counted'
import { request } from '../../bridge'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { flushDrafts } from '../../features/scripts/kept-drafts'
import { useSourceCount } from '../../features/scripts/section-state'

export type ClosingMode = Payload<'window.closing'>['mode']
type Choice = Input<'window.close'>['choice']
type Answers = { words: string; choices: readonly { choice: Choice; label: string }[] }

const answers: Record<ClosingMode, Answers> = {
  explain: {
    words:
      'Closing the window keeps Sessiondeck watching from the tray, so that you still hear of new sessions. Quit from the tray’s menu whenever you like. You won’t be asked again.',
    choices: [
      { choice: 'quit', label: 'Quit' },
      { choice: 'hide', label: 'Keep watching' },
    ],
  },
  choose: {
    words:
      'This desktop shows no tray, so a closed window could not be opened again. Minimise it to keep watching, or quit.',
    choices: [
      { choice: 'stay', label: 'Cancel' },
      { choice: 'quit', label: 'Quit' },
      { choice: 'minimise', label: 'Minimise' },
    ],
  },
}

/** Asks what closing the window means, and answers the shell; the last choice is the primary one. */
export function ClosingDialog({ mode, onAnswered }: { mode: ClosingMode; onAnswered(): void }) {
  // Enter must never quit by accident.
  const safe = useRef<HTMLButtonElement>(null)
  const unsent = useSourceCount()
  const { words, choices } = answers[mode]
  const answer = (choice: Choice) => {
    onAnswered()
    void flushDrafts().then(() => request('window.close', { choice }))
  }
  const primary = choices.at(-1)
  return (
    <Dialog
      title={mode === 'explain' ? 'Keep watching?' : 'Close Sessiondeck?'}
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
      {unsent === 0 ? null : (
        <p>
          The new source of {counted(unsent, 'script')} was not sent yet. It is kept here, and offered again
          after the next start.
        </p>
      )}
    </Dialog>
  )
}
