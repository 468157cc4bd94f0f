import { catalogue } from './catalogue'

/** The import of a backup: what is chosen from it, and what came of that. */
export const restoreDialogText = catalogue.area('restoreDialog', {
  title: 'Import backup',
  exported: (time: string) => `Exported ${time}. Keys are never in a backup.`,
  accounts: 'Accounts',
  hosts: 'SSH hosts',
  templates: 'Message templates',
  views: 'Saved views',
  scripts: 'Names of scripts',
  settings: 'Settings',
  replaceAll: (items: number) => `Also replace what differs here (${catalogue.number(items)})`,
  allSame: 'all here already',
  someSame: (items: number) => `${catalogue.number(items)} here already`,
  isNew: 'New',
  replaces: 'Replaces yours',
  replacesBecause: (what: string) => `Replaces yours: ${what}`,
  skipped: (why: string) => `Skipped: ${why}`,
  import: (items: number) =>
    items === 0 ? 'Import' : catalogue.plural(items, { one: 'Import # item', other: 'Import # items' }),
  nothingChosen: 'Nothing is chosen',

  done: 'Backup imported',
  doneInPart: 'Backup imported in part',
  imported: (items: number) =>
    catalogue.plural(items, { one: '# item imported.', other: '# items imported.' }),
  notImported: 'Not imported',
  keysToEnter: 'Keys to enter',
  keysAbout: 'These accounts are watched once they have their key.',
  extraHeaders: (names: string) => `also its extra headers: ${names}`,
  enterKey: 'Enter key…',
  enterKeyOf: (account: string) => `Enter the key of ${account}…`,
})
