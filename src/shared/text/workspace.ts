import { catalogue } from './catalogue'

/** Why accounts, hosts, settings or drafts could not be kept or changed. */
export const workspaceText = catalogue.area('workspace', {
  enterHeadersAgain: 'The address changed: enter the extra headers again, or remove them.',
  enterKeyAgain: 'The address changed: enter the key again.',
  enterKey: 'Enter the key.',
  keyUnreadable: (account: string) =>
    `The key of “${account}” could not be read from the keychain. Enter it again under Accounts.`,
  accountsFromOutside: 'These accounts come from outside and cannot be changed here.',
  accountGone: 'This account is no longer there.',
  settingsNotWritten:
    'The settings could not be written. Check the free space and the permissions of the data folder.',
  hostFromOutside: 'This host comes from outside and cannot be changed here.',
  hostGone: 'This host is no longer there.',
  hostsNotWritten:
    'The hosts could not be written. Check the free space and the permissions of the data folder.',
  draftsUnreadable: 'The unsaved drafts could not be read. Check the data folder’s permissions.',
  draftNotKept: 'What you typed is not kept: the disk refused it. Send it before you quit.',
  draftNotRemoved: 'A draft could not be removed from the data folder. Check its permissions.',
})
