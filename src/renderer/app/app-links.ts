import type { AppLink } from '../../shared/app-link'
import { sessionKey } from '../../shared/ids'
import { frameText } from '../../shared/text/frame'
import { on, request } from '../bridge'
import { revealSession } from '../features/sessions/list'
import { openLinkedFinder, useDialogs } from '../stores/dialogs'
import { roster } from '../stores/roster'
import { showToast } from '../stores/toasts'
import { useWorkspaceStore } from '../stores/workspace'

/** How long a session that a link names may take to be listed, ms: after a start nothing is there yet. */
const arrivalMs = 15_000

/** Shows what links into the application name, the last one from before the window was there first; returns how to stop. */
export function connectAppLinks(): () => void {
  let stopWaiting = () => {}
  const take = async () => {
    const result = await request('app-link.take')
    const link = result.ok ? result.value.link : null
    if (!link) return
    stopWaiting()
    if (link.kind === 'person') showPerson(link.text)
    else stopWaiting = waitForSession(link)
  }
  const stopHearing = on('app-link.waits', () => void take())
  void take()
  return () => {
    stopHearing()
    stopWaiting()
  }
}

/** Fills in the text and sends no request: that is for the person to decide. */
function showPerson(text: string): void {
  const { dialog, isFinding } = useDialogs.getState()
  // A text that is being typed there is worth more than the link's.
  if (dialog !== null || isFinding) say(frameText.linkWaits)
  else openLinkedFinder(text)
}

/** Shows a session as soon as it is listed; returns how to give up. */
function waitForSession({ provider, id }: Extract<AppLink, { kind: 'session' }>): () => void {
  const show = async () => {
    const accounts = useWorkspaceStore.getState().workspace?.accounts ?? []
    const keys = accounts
      .filter((account) => account.provider === provider)
      .map((account) => sessionKey(account.id, id))
    if (keys.length > 0 && (await revealSession(keys))) stop()
  }
  const stopHearing = roster.subscribe(({ hasArrivals }) => {
    if (hasArrivals) void show()
  })
  const giveUp = setTimeout(() => {
    stop()
    say(frameText.linkNotListed)
  }, arrivalMs)
  const stop = () => {
    stopHearing()
    clearTimeout(giveUp)
  }
  void show()
  return stop
}

const say = (text: string): void => showToast({ id: 'app-link', role: 'status', text, action: null })
