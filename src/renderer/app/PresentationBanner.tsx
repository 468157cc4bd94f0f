import { EyeOff } from 'lucide-react'
import { Banner } from '../components/Banner'
import { Button } from '../components/Button'
import { presentationLimits, togglePresentation, usePresenter } from '../stores/presentation'
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
          Turn off
        </Button>
      }
    >
      <b>Presentation mode.</b> Names, keys, addresses and jobs are masked, in exports too.{' '}
      {presentationLimits}
    </Banner>
  )
}
