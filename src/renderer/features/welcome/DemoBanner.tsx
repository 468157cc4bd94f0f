import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { welcomeText } from '../../../shared/text/welcome'
import { request } from '../../bridge'
import { Banner } from '../../components/Banner'
import { Button } from '../../components/Button'
import { showToast } from '../../stores/toasts'
import { useWorkspace } from '../../stores/workspace'

/** Says of the demo that it is one, and leads out of it. */
export function DemoBanner() {
  const isDemo = useWorkspace()?.kind === 'demo'
  const [opening, setOpening] = useState(false)
  if (!isDemo) return null
  const openOwn = async () => {
    setOpening(true)
    const result = await request('demo.openOwn')
    setOpening(false)
    if (!result.ok) showToast({ id: 'own', role: 'alert', text: result.error.message, action: null })
  }
  return (
    <Banner
      role="region"
      aria-label={welcomeText.demo}
      icon={<FlaskConical aria-hidden="true" />}
      actions={
        <>
          <Button busy={opening} tooltip={welcomeText.openOwnTooltip} onClick={() => void openOwn()}>
            {welcomeText.openOwn}
          </Button>
          <Button
            tooltip={welcomeText.quitDemoTooltip}
            onClick={() => void request('window.close', { choice: 'quit' })}
          >
            {welcomeText.quitDemo}
          </Button>
        </>
      }
    >
      <b>{welcomeText.simulated}</b> {welcomeText.nothingSent}
    </Banner>
  )
}
