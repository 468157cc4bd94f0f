import { Bell } from 'lucide-react'
import { useState } from 'react'
import { welcomeText } from '../../../shared/text/welcome'
import { request } from '../../bridge'
import { Banner } from '../../components/Banner'
import { Button } from '../../components/Button'
import { useHealthStore } from '../../stores/health'
import { showToast } from '../../stores/toasts'
import { useWorkspace } from '../../stores/workspace'

/** Asks once whether to notify, when the first account is live: until then nobody knows what it would be about. */
export function NotificationsQuestion() {
  const workspace = useWorkspace()
  const isLive = useHealthStore(({ scopes }) =>
    [...scopes.values()].some(({ lastSuccessAt }) => lastSuccessAt !== null),
  )
  const [isAnswering, setIsAnswering] = useState(false)
  if (!workspace || workspace.kind === 'demo' || !isLive) return null
  const { settings } = workspace
  if (settings.notifications || settings.notificationsAsked) return null
  const answer = async (notifications: boolean) => {
    setIsAnswering(true)
    const result = await request('settings.save', { notifications, notificationsAsked: true })
    setIsAnswering(false)
    if (!result.ok)
      showToast({ id: 'notifications', role: 'alert', text: result.error.message, action: null })
  }
  return (
    <Banner
      role="region"
      aria-label={welcomeText.notifications}
      edge="top"
      icon={<Bell aria-hidden="true" />}
      actions={
        <>
          <Button busy={isAnswering} onClick={() => void answer(true)}>
            {welcomeText.turnOn}
          </Button>
          <Button busy={isAnswering} tooltip={welcomeText.notNowTooltip} onClick={() => void answer(false)}>
            {welcomeText.notNow}
          </Button>
        </>
      }
    >
      {welcomeText.askNotifications}
    </Banner>
  )
}
