import { catalogue } from './catalogue'

/** What the application says beside its page: menus, dialogs, and what the system does not do for it. */
export const desktopText = catalogue.area('desktop', {
  notStarted: 'Sessiondeck could not start',
  /** @param asked a switch, such as `--remote-debugging-port` */
  debugging: (asked: string) =>
    `Sessiondeck does not start with ${asked}: it would hand the window to another program.`,
  failingTitle: 'The window keeps failing.',
  failing: 'Watching goes on in the background. The log file in the data folder says more.',
  tryAgain: 'Try again',
  quit: 'Quit',

  viewMenu: 'View',
  copyDiagnostics: 'Copy Diagnostics',
  openLogs: 'Open Log Folder',
  backups: 'Backups',
  allFiles: 'All files',

  autostartNotWritten: (reason: string, file: string) =>
    `The entry that starts Sessiondeck could not be written: ${reason}. Check the rights of ${file}.`,
  autostartNotRemoved: (reason: string, file: string) =>
    `The entry that starts Sessiondeck could not be removed: ${reason}. Check the rights of ${file}.`,
  noAutostart: 'Only an installed Sessiondeck with your own accounts can start by itself.',
  shortcutTaken: (keys: string) =>
    `The system does not give ${keys} to Sessiondeck; another application has it. Choose other keys in the settings.`,

  saving: 'Another file is being saved. Finish that first.',
  saveDiskFull: 'The file was not saved. The disk is full. Choose another place.',
  saveQuota: 'The file was not saved. Your quota on that disk is used up. Choose another place.',
  saveNotAllowed: 'The file was not saved. You may not write there. Choose another place.',
  saveReadOnly: 'The file was not saved. That disk is read-only. Choose another place.',
  saveFolder: 'The file was not saved. There is a folder of that name. Choose another place.',
  saveRefused: 'The file was not saved. The disk refused it. Choose another place.',
  noFileManager:
    'The folder could not be opened: this system has no program for folders. Look for “logs” in the data folder.',
  clipboardNotRead: 'The clipboard is only read while Sessiondeck’s window has the focus.',
  onlyHttps: 'Only https: links are opened.',

  noKeychain: 'This system offers no keychain. Keep the key for this run only, or start a keyring service.',
  keyUnreadable: 'The stored key could not be read from the keychain. Enter it again.',
  keyNotStored: 'The key could not be stored. Check the free space and the permissions of the data folder.',
  hostNotForgotten:
    'It is done, but what was remembered for the host could not be deleted. Check the free space and the permissions of the data folder.',
})
