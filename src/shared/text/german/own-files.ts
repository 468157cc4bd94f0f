import type { Translation } from '../catalogue'
import type { ownFilesText } from '../own-files'

export const ownFiles: Translation<typeof ownFilesText> = {
  otherVersion: 'wurde von einer anderen Version von Sessiondeck geschrieben',
  unreadable: (file) => `${file} lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte und starten Sie neu.`,
  notMoved: (file, what) => `${file} ${what}. Die Datei ließ sich nicht beiseitelegen.`,
  kept: (file, what, aside) =>
    `${file} ${what}. Die Datei wurde als ${aside} aufgehoben, und Sessiondeck ist ohne sie gestartet.`,
  mistake: (placeAndWhat) => `hat einen Fehler bei ${placeAndWhat}`,
  topLevel: 'der obersten Ebene',
  notJson: 'ist kein gültiges JSON',
  notRight: 'stimmt nicht',
  missing: 'fehlt',
  mustBeText: 'muss ein Text sein',
  mustBeNumber: 'muss eine Zahl sein',
  mustBeWhole: 'muss eine ganze Zahl sein',
  mustBeBoolean: 'muss true oder false sein',
  mustBeList: 'muss eine Liste sein',
  mustBeObject: 'muss ein Objekt sein',
  mustBeOther: 'muss etwas anderes sein',
  mustBeOneOf: (values) => `muss ${values.join(' oder ')} sein`,
  mustBeOneOfFor: (values, service) => `muss für ${service} ${values.join(' oder ')} sein`,
  needsScope: (service) => `${service} braucht mindestens einen Bereich`,
  unknownNames: (names) => `nichts heißt hier ${names.join(', ')}`,
  empty: 'darf nicht leer sein',
  tooSmall: (least) => `muss mindestens ${least} sein`,
  tooBig: (most) => `darf höchstens ${most} sein`,
  tooFew: (least) => `muss mindestens ${least} enthalten`,
  tooMany: (most) => `darf höchstens ${most} enthalten`,

  configUnnamed: '--config braucht den Namen einer Datei, etwa --config accounts.json.',
  configUnreadable: (file) =>
    `${file} lässt sich nicht lesen. Prüfen Sie Namen und Zugriffsrechte und starten Sie neu.`,
  configWrong: (file, what) => `${file} ${what}. Berichtigen Sie die Datei und starten Sie neu.`,
}
