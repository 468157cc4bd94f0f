import { EyeOff } from 'lucide-react'
import { presentationText } from '../../shared/text/presentation'
import { Banner } from '../components/Banner'
import { Button } from '../components/Button'
import { togglePresentation, usePresenter } from '../stores/presentation'
import { useWorkspace } from '../stores/workspace'

/** Says above everything that presentation mode is on, and what it cannot do. */
export function PresentationBanner() {
  const { on } = usePresenter()
  const known = useWorkspace() !== null
  if (!on || !known) return null
  return (
    <Banner
      role="status"
      icon={<EyeOff aria-hidden="true" />}
      actions={
        <Button shortcut="presentation" onClick={() => void togglePresentation()}>
          {presentationText.turnOff}
        </Button>
      }
    >
      <b>{presentationText.title}</b> {presentationText.about} {presentationText.limits}
    </Banner>
  )
}
