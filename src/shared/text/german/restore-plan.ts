import { catalogue, type Translation } from '../catalogue'
import type { restorePlanText } from '../restore-plan'

export const restorePlan: Translation<typeof restorePlanText> = {
  account: (place) => `Konto ${place}`,
  host: (place) => `Host ${place}`,
  template: (place) => `Vorlage ${place}`,
  view: (place) => `Ansicht ${place}`,
  scriptNames: 'Namen von Skripten',
  newNames: (names) => catalogue.plural(names, { one: '# neuer Name', other: '# neue Namen' }),
  otherNames: (names) => catalogue.plural(names, { one: '# anderer Name', other: '# andere Namen' }),
  callOtherwise: 'Sie nennen sie anders',

  mistake: (place, what) => `Der Eintrag ist fehlerhaft${place && ` bei ${place}`}: ${what}.`,
  managed: 'Konten kommen hier von außen und lassen sich nicht ändern.',
  otherScope: (service) => `Das Konto beobachtet etwas, das es bei ${service} nicht gibt.`,
  unreadableName: 'Der Name lässt sich nicht anzeigen.',
  twice: 'Der Eintrag steht zweimal in der Datei.',
  room: (templates) =>
    catalogue.plural(templates, {
      one: 'Es gibt nur Platz für # Vorlage.',
      other: 'Es gibt nur Platz für # Vorlagen.',
    }),
  viewRoom: (views) =>
    catalogue.plural(views, { one: 'Es ist Platz für # Ansicht.', other: 'Es ist Platz für # Ansichten.' }),
  noSetting: 'Diese Version kennt die Einstellung nicht.',

  name: 'Name',
  service: 'Dienst',
  address: 'Adresse',
  authHeader: 'Auth-Header',
  scopes: 'was beobachtet wird',
  onOrOff: 'ein oder aus',
  notifications: 'Benachrichtigungen',
  requestsPerMinute: 'Anfragen pro Minute',
  group: 'Gruppe',
  keys: 'Schlüssel',
  jumps: 'Jump-Hosts',
  forwards: 'Portweiterleitungen',
  agentForwarding: 'Agent-Weiterleitung',
  hostKey: 'Host-Schlüssel',
  keepAlive: 'Keep-alive',
  keptOutput: 'Mitschrift der Ausgabe',
  message: 'Nachricht',

  jumpCount: (jumps) => catalogue.plural(jumps, { one: '# Jump-Host', other: '# Jump-Hosts' }),
  forwardCount: (ports) =>
    catalogue.plural(ports, { one: '# Portweiterleitung', other: '# Portweiterleitungen' }),
  forwardsAgent: 'leitet Ihren Agent weiter',
  keepsOutput: 'schreibt die Ausgabe mit',

  columns: 'Spalten',
  order: 'Reihenfolge',
  filters: 'Filter',
  columnCount: (columns) => catalogue.plural(columns, { one: '# Spalte', other: '# Spalten' }),
  ownKeys: (shortcuts) => catalogue.plural(shortcuts, { one: '# eigenes', other: '# eigene' }),
  on: 'ein',
  off: 'aus',
  none: 'nichts',
  seconds: (count) => `${count} s`,
}
