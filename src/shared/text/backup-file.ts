import { catalogue } from './catalogue'

/** Why a file is no backup, or cannot be imported. */
export const backupFileText = catalogue.area('backupFile', {
  unreadable: 'The file cannot be read. Check its permissions, then choose it again.',
  mistake: (place: string, what: string) =>
    `This backup has a mistake at ${place || 'the top level'}: ${what}. Nothing was imported.`,
  foreign: 'This is no Sessiondeck backup. Choose a file that was exported under Settings, Backup.',
  damaged: 'This file is damaged, or no Sessiondeck backup: it is not valid JSON. Choose another one.',
  newer: 'A newer Sessiondeck exported this backup. Update Sessiondeck, then import it again.',
  tooLarge: 'This file is too large for a backup. Choose a file that Sessiondeck exported.',
  notOpen: 'No backup is open. Choose the file again.',
  changed: 'Something changed here since the backup was opened. Nothing was imported. Choose the file again.',
  settingMistake: (what: string) => `It ${what}.`,
})
