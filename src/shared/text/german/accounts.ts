import type { accountsText } from '../accounts'
import { catalogue, type Translation } from '../catalogue'

export const accounts: Translation<typeof accountsText> = {
  add: 'Konto hinzufügen',
  fromConfig: 'Die Konten kommen diesmal aus einer Konfigurationsdatei.',

  title: 'Konto',
  editTitle: 'Konto bearbeiten',
  addTitle: 'Konto hinzufügen',
  managed:
    'Die Konten kommen diesmal aus der Datei, die mit --config angegeben ist. Ändern Sie sie dort und starten Sie neu.',
  demo: 'Das ist der Demo-Arbeitsbereich: Seine Konten gehören zu den simulierten Diensten und lassen sich nicht ändern.',
  keychainAvailable: 'Er wird im Schlüsselbund dieses Computers gespeichert und nie wieder angezeigt.',
  keychainUnavailable:
    'Dieser Computer bietet keinen Schlüsselbund: Sie werden gefragt, bevor er aufbewahrt wird.',
  keychainUnknown: 'Er wird nie wieder angezeigt.',
  service: 'Dienst',
  name: 'Name',
  key: 'API-Schlüssel',
  keyStored: 'Gespeichert. Geben Sie einen neuen ein, um ihn zu ersetzen.',
  notify: 'Bei neuen Sitzungen benachrichtigen',
  notifyHelp: 'Eine Benachrichtigung auf dem Desktop, für dieses Konto höchstens eine pro Minute.',
  advanced: 'Adresse, Header und Grenzen',
  keepForRun: 'Nur bis zum Beenden behalten',
  remove: 'Entfernen …',
  disable: 'Ausschalten',
  enable: 'Einschalten',
  test: 'Testen',
  testing: 'Test läuft …',
  testTooltip: 'Sendet eine Anfrage mit diesen Einstellungen. Gespeichert wird nichts.',

  works: (sessions) =>
    catalogue.plural(sessions, {
      one: 'Die Verbindung steht, # Sitzung.',
      other: 'Die Verbindung steht, # Sitzungen.',
    }),
  noKeychain:
    'Auf diesem Computer gibt es keinen Schlüsselbund, daher lässt sich der API-Schlüssel nicht sicher speichern. Er kann im Arbeitsspeicher bleiben, bis Sie das Programm beenden; beim nächsten Mal müssen Sie ihn neu eingeben.',

  address: 'Adresse',
  otherServer:
    'Das ist ein anderer Server. Geben Sie den API-Schlüssel erneut ein; der gespeicherte wird nicht dorthin gesendet.',
  backTo: (address) => `Zurück zu ${address}`,
  authHeader: 'Auth-Header',
  prefix: 'Präfix',
  noPrefix: 'keins',
  requestsPerMinute: 'Anfragen pro Minute',
  headers: 'Weitere Header',
  headersStored: (names) =>
    `${names}. Gespeicherte Werte werden nicht angezeigt; um einen zu ändern, geben Sie alle neu ein.`,
  headerName: (line) => `Name von Header ${line}`,
  headerValue: (line) => `Wert von Header ${line}`,
  value: 'Wert',
  removeHeader: (line) => `Header ${line} entfernen`,
  addHeader: 'Header hinzufügen',
  replaceHeaders: 'Ersetzen',

  scopes: 'Was beobachtet wird',
  addScope: 'Weiteren Bereich hinzufügen',
  scopeKind: (line) => `Art von Bereich ${line}`,
  removeScope: (line) => `Zeile ${line} nicht mehr beobachten`,
  watch: 'Beobachten',
  watchOnly: 'Nur beobachten',
  textMessages: 'Textnachrichten',
  handlerCalls: 'Handler aufrufen',
  disconnect: 'trennen',

  removeTitle: 'Konto entfernen',
  removeAccount: (account) => `${account} entfernen`,
  stopsWatching: 'Sessiondeck beobachtet',
  deletesKey: (service) =>
    `(${service}) nicht mehr und löscht den gespeicherten API-Schlüssel. Beim Dienst ändert sich nichts.`,

  nameNeeded: 'Geben Sie dem Konto einen Namen aus 1 bis 60 Zeichen.',
  scopeNeeded: 'Wählen Sie mindestens einen Bereich zum Beobachten.',
  idNeeded: 'Tragen Sie die ID ein.',
  idNeededOrRemove: 'Tragen Sie die ID ein oder entfernen Sie diese Zeile.',
  duplicate: 'Diese Zeile kommt doppelt vor.',
  authHeaderRefused:
    'Ein Header-Name besteht aus Buchstaben, Ziffern und Bindestrichen und gehört nicht der Verbindung selbst, wie etwa Host.',
  prefixRefused: 'Höchstens 32 druckbare Zeichen.',
  rateRefused: 'Eine ganze Zahl von 6 bis 6000.',
  headersRefused:
    'Header-Namen bestehen aus Buchstaben, Ziffern und Bindestrichen und gehören nicht der Verbindung selbst, wie etwa Host; Werte haben nur druckbare Zeichen.',
  addressChanged: 'Die Adresse hat sich geändert. Geben Sie den API-Schlüssel erneut ein.',
  keyNeeded: 'Geben Sie einen API-Schlüssel ein.',
}
