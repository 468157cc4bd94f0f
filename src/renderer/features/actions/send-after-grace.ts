import type { Message } from '../../../shared/action'
import { graceMs } from '../../../shared/default-settings'
import type { SessionKey } from '../../../shared/session'
import { commonText } from '../../../shared/text/common'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { request } from '../../bridge'
import { isolated } from '../../lib/direction'
import { dismissToast, showToast } from '../../stores/toasts'
import { tellOutcome } from './tell-outcome'

/** A message to a session, or its disconnect (`message: null`). `who`: as they are shown. */
type Asked = { key: SessionKey; who: string; message: Message | null }

/** Asks for an action that leaves after the grace time, with a toast that undoes it until then, and tells what became of it. */
export async function sendAfterGrace({ key, who, message }: Asked): Promise<void> {
  const id = `grace:${key} ${message ? JSON.stringify(message) : ''}`
  const sentence = message ? sessionActionsText.sendingIn : sessionActionsText.disconnectingIn
  showToast({
    id,
    role: 'status',
    text: sentence(isolated(who), graceMs / 1_000),
    action: { label: commonText.undo, run: () => void undo({ key, who, message }) },
  })
  const over = setTimeout(() => dismissToast(id), graceMs)
  const result = message
    ? await request('session.message', { key, message, waits: true })
    : await request('session.disconnect', { key, waits: true })
  clearTimeout(over)
  dismissToast(id)
  if (result.ok) tellOutcome(result.value)
  else showToast({ id, role: 'alert', text: `${isolated(who)}: ${result.error.message}`, action: null })
}

async function undo({ key, who, message }: Asked): Promise<void> {
  const undone = await request('session.undo', { key, message })
  if (undone.ok && undone.value) return
  const text = undone.ok ? sessionActionsText.tooLate : undone.error.message
  showToast({ id: `undo:${key}`, role: 'alert', text: `${isolated(who)}: ${text}`, action: null })
}
