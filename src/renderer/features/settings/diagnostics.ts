import type { Payload } from '../../../shared/contract'
import { settingsText } from '../../../shared/text/settings'
import { request } from '../../bridge'
import { showToast } from '../../stores/toasts'

/** What was done, in a sentence, or why it was not. */
export type Said = { text: string; isBad: boolean }

/** Puts how the app is doing on the clipboard, masked. */
export async function copyDiagnostics(): Promise<Said> {
  const result = await request('diagnostics.copy')
  return result.ok
    ? { text: settingsText.diagnosticsCopied, isBad: false }
    : { text: result.error.message, isBad: true }
}

/** Shows the folder of the log; `null`: it is on the screen, and nothing needs to be said. */
export async function openLogs(): Promise<Said | null> {
  const result = await request('diagnostics.openLogs')
  return result.ok ? null : { text: result.error.message, isBad: true }
}

/** The same from outside the settings: what became of it is told in a toast. */
export async function fetchDiagnostics(what: Payload<'diagnostics.wanted'>['what']): Promise<void> {
  const said = what === 'copy' ? await copyDiagnostics() : await openLogs()
  if (said)
    showToast({ id: 'diagnostics', role: said.isBad ? 'alert' : 'status', text: said.text, action: null })
}
