import { ok, type Result } from '../../shared/result'
import { savedFilesText } from '../../shared/text/saved-files'
import { request } from '../bridge'
import { getPresenter } from '../stores/presentation'
import { showToast } from '../stores/toasts'

/** Saves a text where the person says. Answers a sentence that says so; `null` is a person who gave up. */
export async function saveFile(suggestedName: string, text: string): Promise<Result<string | null>> {
  const result = await request('file.save', { suggestedName, text })
  return result.ok ? ok(savedSentence(result.value.savedAs)) : result
}

/** Says that a file was saved under this name; `null` is a person who gave up. */
export function savedSentence(savedAs: string | null): string | null {
  if (savedAs === null) return null
  // A file is called whatever a person chose, also after somebody.
  return getPresenter().on ? savedFilesText.saved : savedFilesText.savedAs(savedAs)
}

/** Tells in a toast that a file was saved, with the way to it. `sentence`: what {@link saveFile} answered. */
export const tellSaved = (sentence: string): void =>
  showToast({
    id: 'saved-file',
    role: 'status',
    text: sentence,
    action: { label: savedFilesText.show, run: () => void request('file.reveal') },
  })
