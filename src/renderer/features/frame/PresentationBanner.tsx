import { EyeOff } from 'lucide-react'
import { Button } from '../../components/Button'
import { togglePresentation, usePresenter } from '../../stores/presentation'
import { useTerminalTabs } from '../../stores/terminal-tabs'
import { useWorkspace } from '../../stores/workspace'
import styles from './frame.module.css'

/** Says above everything that presentation mode is on, and what it cannot do. */
export function PresentationBanner() {
  const { on } = usePresenter()
  const known = useWorkspace() !== null
  const hasTerminals = useTerminalTabs((state) => state.tabs.length > 0)
  if (!on || !known) return null
  return (
    <div role="status" className={styles.presentation}>
      <EyeOff aria-hidden="true" />
      <p>
        <b>Presentation mode.</b> Names, keys and addresses are masked
        {hasTerminals ? '; what a terminal prints is not.' : '.'}
      </p>
      <Button shortcut="presentation" onClick={() => void togglePresentation()}>
        Turn off
      </Button>
    </div>
  )
}
