import { savedSentence, tellSaved } from '../../actions/save-file'
import { request } from '../../bridge'
import { datedName } from '../../lib/file-name'
import { openDialog } from '../../stores/dialogs'
import { showToast } from '../../stores/toasts'
import type { Said } from './diagnostics'
import { windowParts } from './window-parts'

/** Saves a backup where the person says; `null`: they gave up. */
export async function exportBackup(): Promise<(Said & { isFile: boolean }) | null> {
  const suggestedName = datedName('sessiondeck-backup', 'json')
  const result = await request('backup.save', { suggestedName, window: windowParts() })
  if (!result.ok) return { text: result.error.message, isBad: true, isFile: false }
  const text = savedSentence(result.value.savedAs)
  return text === null ? null : { text, isBad: false, isFile: true }
}

/** Reads the file that the person chooses and shows what an import would do; says why it cannot. */
export async function openBackup(): Promise<Said | null> {
  const result = await request('backup.open')
  if (!result.ok) return { text: result.error.message, isBad: true }
  if (result.value) openDialog({ kind: 'restore', preview: result.value })
  return null
}

/** The same from outside the settings: what became of it is told in a toast. */
export async function exportBackupByToast(): Promise<void> {
  const said = await exportBackup()
  if (said?.isBad) complain(said)
  else if (said) tellSaved(said.text)
}

/** The same from outside the settings: a file that will not do is told of in a toast. */
export async function openBackupByToast(): Promise<void> {
  const said = await openBackup()
  if (said) complain(said)
}

const complain = ({ text }: Said): void => showToast({ id: 'backup', role: 'alert', text, action: null })
