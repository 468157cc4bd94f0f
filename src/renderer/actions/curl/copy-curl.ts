import type { CurlSubject } from '../../../shared/curl'
import { request } from '../../bridge'
import { getPresenter } from '../../stores/presentation'
import { showToast } from '../../stores/toasts'

/** Why no command is copied while presenting: it holds ids that were not revealed. */
export const curlRefusal = 'Turn off presentation mode to copy this'

/** Puts a request on the clipboard as a command line, and says which variables it needs. */
export async function copyCurl(subject: CurlSubject): Promise<void> {
  const say = (role: 'status' | 'alert', text: string) =>
    showToast({ id: 'curl', role, text: getPresenter().text(text), action: null })
  if (getPresenter().on) return say('alert', `${curlRefusal}.`)
  const asked = await request('curl.of', subject)
  if (!asked.ok) return say('alert', asked.error.message)
  const { command, variables } = asked.value
  const written = await request('clipboard.write', { text: command })
  if (!written.ok) return say('alert', written.error.message)
  const names = variables.map((name) => `$${name}`).join(', ')
  say('status', `Copied as curl, without the secret: it reads ${names}.`)
}
