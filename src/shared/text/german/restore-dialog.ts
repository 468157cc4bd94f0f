import { catalogue, type Translation } from '../catalogue'
import type { restoreDialogText } from '../restore-dialog'

export const restoreDialog: Translation<typeof restoreDialogText> = {
  title: 'Sicherung importieren',
  exported: (time) => `Exportiert am ${time}. Schlüssel sind nie in einer Sicherung.`,
  accounts: 'Konten',
  hosts: 'SSH-Hosts',
  templates: 'Nachrichtenvorlagen',
  views: 'Gespeicherte Ansichten',
  scripts: 'Namen von Skripten',
  settings: 'Einstellungen',
  replaceAll: (items) => `Auch ersetzen, was hier anders ist (${catalogue.number(items)})`,
  allSame: 'alles schon da',
  someSame: (items) => `${catalogue.number(items)} schon da`,
  isNew: 'Neu',
  replaces: 'Ersetzt Vorhandenes',
  replacesBecause: (what) => `Ersetzt Vorhandenes: ${what}`,
  skipped: (why) => `Übersprungen: ${why}`,
  import: (items) =>
    items === 0
      ? 'Importieren'
      : catalogue.plural(items, { one: '# Eintrag importieren', other: '# Einträge importieren' }),
  nothingChosen: 'Nichts ist ausgewählt',

  done: 'Sicherung importiert',
  doneInPart: 'Sicherung zum Teil importiert',
  imported: (items) =>
    catalogue.plural(items, { one: '# Eintrag importiert.', other: '# Einträge importiert.' }),
  notImported: 'Nicht importiert',
  keysToEnter: 'Fehlende API-Schlüssel',
  keysAbout: 'Diese Konten werden beobachtet, sobald sie ihren Schlüssel haben.',
  extraHeaders: (names) => `auch die weiteren Header: ${names}`,
  enterKey: 'Schlüssel eingeben …',
  enterKeyOf: (account) => `Schlüssel von ${account} eingeben …`,
}
