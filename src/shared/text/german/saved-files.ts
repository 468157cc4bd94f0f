import type { Translation } from '../catalogue'
import type { savedFilesText } from '../saved-files'

export const savedFiles: Translation<typeof savedFilesText> = {
  saved: 'Gespeichert',
  savedAs: (name) => `${name} gespeichert`,
  show: 'Im Ordner anzeigen',
}
