import type { CurlSubject } from '../../../shared/curl'
import { curlText } from '../../../shared/text/curl'
import { request } from '../../bridge'
import { getPresenter } from '../../stores/presentation'
import { showToast } from '../../stores/toasts'

/** Puts a request on the clipboard as a command line, and says which variables it needs. */
export async function copyCurl(subject: CurlSubject): Promise<void> {
  const say = (role: 'status' | 'alert', text: string) =>
    showToast({ id: 'curl', role, text: getPresenter().text(text), action: null })
  // It would hold ids that were not revealed.
  if (getPresenter().on) return say('alert', curlText.presentingNow)
  const asked = await request('curl.of', subject)
  if (!asked.ok) return say('alert', asked.error.message)
  const { command, variables } = asked.value
  const written = await request('clipboard.write', { text: command })
  if (!written.ok) return say('alert', written.error.message)
  const names = variables.map((name) => `$${name}`).join(', ')
  say('status', curlText.copied(names))
}
