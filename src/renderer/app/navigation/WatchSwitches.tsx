import { Bell, BellOff, EyeOff, Pause, Play } from 'lucide-react'
import type { AppError } from '../../../shared/result'
import { request } from '../../bridge'
import { IconButton } from '../../components/IconButton'
import { clockTime } from '../../lib/format'
import { presentationLimits, togglePresentation, usePresenter } from '../../stores/presentation'
import { showToast } from '../../stores/toasts'
import { useWatchState } from '../../stores/watch-state'

/** How long "mute" keeps notifications away, ms. */
const muteMs = 3_600_000

const complain = (error: AppError) =>
  showToast({ id: 'watch switch', role: 'alert', text: error.message, action: null })

async function pause(paused: boolean): Promise<void> {
  const result = await request('watch.pause', { paused })
  if (!result.ok) complain(result.error)
}

async function mute(forMs: number): Promise<void> {
  const result = await request('watch.mute', { forMs })
  if (!result.ok) complain(result.error)
}

/** Whether we ask the services, whether arrivals notify, and whether everything personal is masked. */
export function WatchSwitches() {
  const { paused, mutedUntil } = useWatchState()
  const presenting = usePresenter().on
  const muted = mutedUntil !== null
  const until = muted ? clockTime(mutedUntil) : ''
  return (
    <>
      <IconButton
        label={paused ? 'Resume watching' : 'Pause watching'}
        shortcut={null}
        pressed={paused}
        icon={paused ? <Play /> : <Pause />}
        onClick={() => void pause(!paused)}
      />
      <IconButton
        label={muted ? 'Unmute notifications' : 'Mute notifications for 1 hour'}
        tooltip={muted ? `Muted until ${until}. Press to unmute` : undefined}
        shortcut={null}
        pressed={muted}
        icon={muted ? <BellOff /> : <Bell />}
        onClick={() => void mute(muted ? 0 : muteMs)}
      />
      <IconButton
        label="Presentation mode"
        tooltip={
          presenting
            ? 'Presentation mode is on. Press to show everything'
            : `Mask names, keys, addresses and jobs. ${presentationLimits}`
        }
        shortcut="presentation"
        pressed={presenting}
        icon={<EyeOff />}
        onClick={() => void togglePresentation()}
      />
    </>
  )
}
