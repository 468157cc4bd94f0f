import { Bell, BellOff, EyeOff, Pause, Play } from 'lucide-react'
import { navigationText } from '../../../shared/text/navigation'
import { presentationText } from '../../../shared/text/presentation'
import { IconButton } from '../../components/IconButton'
import { clockTime } from '../../lib/format'
import { togglePresentation, usePresenter } from '../../stores/presentation'
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
        label={paused ? navigationText.resume : navigationText.pause}
        shortcut={null}
        pressed={paused}
        icon={paused ? <Play /> : <Pause />}
        onClick={() => void setPaused(!paused)}
      />
      <IconButton
        label={muted ? navigationText.unmute : navigationText.mute}
        tooltip={muted ? navigationText.mutedUntil(until) : undefined}
        shortcut={null}
        pressed={muted}
        icon={muted ? <BellOff /> : <Bell />}
        onClick={() => void setMuted(!muted)}
      />
      <IconButton
        label={presentationText.name}
        tooltip={presenting ? presentationText.onTooltip : presentationText.tooltip(presentationText.limits)}
        shortcut="presentation"
        pressed={presenting}
        icon={<EyeOff />}
        onClick={() => void togglePresentation()}
      />
    </>
  )
}
