import type { Translation } from '../catalogue'
import type { checksText } from '../checks'

export const checks: Translation<typeof checksText> = {
  notValid: 'nicht gültig',
  headerName: 'ein Header-Name',
  connectionHeader: 'dieser Header gehört der Verbindung und lässt sich nicht setzen',
  printable: 'nur druckbare Zeichen',
  notAnAddress: 'muss eine URL sein, etwa https://api.example.com',
  addressHoldsMore: 'darf weder Nutzernamen noch Abfrage oder Fragment enthalten',
  notSecure: 'muss https: sein (http: nur auf diesem Computer)',
  keyNeeded: 'ein API-Schlüssel fehlt',
  printableWithoutSpaces: 'muss aus druckbaren Zeichen ohne Leerzeichen bestehen',
  keys: 'muss ein Tastenkürzel sein, etwa Control+Alt+K',
  longestJson: (characters) => `darf höchstens ${characters} Zeichen JSON haben`,
  mostScriptNames: (scripts) => `höchstens ${scripts} Skripte können einen Namen haben`,
  nothingChanged: 'mindestens eine Angabe ändern',
  host: 'ein Hostname oder eine Adresse',
  user: 'ein Nutzername',
  tooManyRows: 'zu viele Zeilen',
  columnTwice: 'eine Spalte doppelt',
}
