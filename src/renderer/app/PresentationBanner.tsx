import { EyeOff } from 'lucide-react'
import { Button } from '../components/Button'
import { presentationLimits, togglePresentation, usePresenter } from '../stores/presentation'
import { useWorkspace } from '../stores/workspace'
import styles from './frame.module.css'

/** Says above everything that presentation mode is on, and what it cannot do. */
export function PresentationBanner() {
  const { on } = usePresenter()
  const known = useWorkspace() !== null
  if (!on || !known) return null
  return (
    <div role="status" className={styles.presentation}>
      <EyeOff aria-hidden="true" />
      <p>
        <b>Presentation mode.</b> Names, keys, addresses and jobs are masked, in exports too.{' '}
        {presentationLimits}
      </p>
      <Button shortcut="presentation" onClick={() => void togglePresentation()}>
        Turn off
      </Button>
    </div>
  )
}
