import { ArrowUpCircle, X } from 'lucide-react'
import { useState } from 'react'
import { commonText } from '../../../shared/text/common'
import { updatesText } from '../../../shared/text/updates'
import { Banner } from '../../components/Banner'
import { Button } from '../../components/Button'
import { IconButton } from '../../components/IconButton'
import { openDialog } from '../../stores/dialogs'
import { DownloadProgress } from './DownloadProgress'
import { updateProblem, updateSentence } from './update-words'
import { nextStep, useUpdates } from './updates'

/** Says above everything that there is a new version, as a quiet line, until it is dismissed or installed. */
export function UpdateBanner() {
  const state = useUpdates((updates) => updates.state)
  const [dismissed, setDismissed] = useState<string | null>(null)
  if (!state || !('next' in state)) return null
  const step = nextStep(state)
  const problem = updateProblem(state)
  const news = `${state.kind} ${state.next.version} ${problem}`
  if (dismissed === news) return null
  return (
    <Banner
      role="region"
      aria-label={updatesText.banner}
      icon={<ArrowUpCircle aria-hidden="true" />}
      actions={
        <>
          <DownloadProgress state={state} />
          <Button onClick={() => openDialog({ kind: 'settings', at: 'updates' })}>
            {updatesText.whatsNew}
          </Button>
          {step ? (
            // Of its own for each step: nobody confirms the next one by a second press.
            <Button key={step.label} onClick={step.run}>
              {step.label}
            </Button>
          ) : null}
          <IconButton
            label={commonText.dismiss}
            shortcut={null}
            icon={<X />}
            onClick={() => setDismissed(news)}
          />
        </>
      }
    >
      <span role="status">
        {updateSentence(state)} {problem}
      </span>
    </Banner>
  )
}
