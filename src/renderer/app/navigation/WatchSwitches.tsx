import { Bell, BellOff, EyeOff, Pause, Play } from 'lucide-react'
import { IconButton } from '../../components/IconButton'
import { clockTime } from '../../lib/format'
import { presentationLimits, togglePresentation, usePresenter } from '../../stores/presentation'
import { useWatchState } from '../../stores/watch-state'
import { setMuted, setPaused } from '../watch-commands'

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
        onClick={() => void setPaused(!paused)}
      />
      <IconButton
        label={muted ? 'Unmute notifications' : 'Mute notifications for 1 hour'}
        tooltip={muted ? `Muted until ${until}. Press to unmute` : undefined}
        shortcut={null}
        pressed={muted}
        icon={muted ? <BellOff /> : <Bell />}
        onClick={() => void setMuted(!muted)}
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
