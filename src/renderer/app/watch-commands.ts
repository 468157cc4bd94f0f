import { request } from '../bridge'
import { showToast } from '../stores/toasts'

/** How long "mute" keeps notifications away, ms. */
const muteMs = 3_600_000

const complain = (text: string) => showToast({ id: 'watch-switch', role: 'alert', text, action: null })

/** Asks no service any more, or asks them again; says so where that was refused. */
export async function setPaused(paused: boolean): Promise<void> {
  const result = await request('watch.pause', { paused })
  if (!result.ok) complain(result.error.message)
}

/** Keeps notifications away for an hour, or no longer; says so where that was refused. */
export async function setMuted(muted: boolean): Promise<void> {
  const result = await request('watch.mute', { forMs: muted ? muteMs : 0 })
  if (!result.ok) complain(result.error.message)
}

/** Asks every service now; says so where that was refused. */
export async function refreshNow(): Promise<void> {
  const result = await request('heartbeat.now', { accountId: null })
  if (!result.ok) complain(result.error.message)
}
