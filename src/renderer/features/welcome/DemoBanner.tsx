import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
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
      aria-label="Demo"
      icon={<FlaskConical aria-hidden="true" />}
      actions={
        <>
          <Button
            busy={opening}
            tooltip="Opens a window of your own beside the demo"
            onClick={() => void openOwn()}
          >
            Add your own account
          </Button>
          <Button
            tooltip="Ends the demo and its terminals"
            onClick={() => void request('window.close', { choice: 'quit' })}
          >
            Quit demo
          </Button>
        </>
      }
    >
      <b>Demo with simulated services.</b> Nothing is sent anywhere.
    </Banner>
  )
}
