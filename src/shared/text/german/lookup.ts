import { catalogue, type Translation } from '../catalogue'
import type { lookupText } from '../lookup'

export const lookup: Translation<typeof lookupText> = {
  title: 'Nachschlagen',
  emptyTitle: 'Keine aktiven Konten',
  emptyAbout: 'Nachgeschlagen wird beim Dienst eines Kontos.',
  emptyRemedy: 'Fügen Sie eins hinzu oder schalten Sie eins ein.',
  account: 'Konto',
  lookUp: 'Nachschlagen',
  idleTitle: 'Jemanden nachschlagen',
  idle: 'Fragt den Dienst direkt und findet so auch Sitzungen, die Sie nicht beobachten.',
  notFound: 'Nicht gefunden',
  asking: 'Anfrage läuft …',
  querying: 'Der Dienst wird gefragt',
  result: 'Ergebnis',
  found: 'Gefundene Sitzungen',
  sessions: (sessions) => catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' }),
  firstSessions: (sessions) => `Die ersten ${catalogue.number(sessions)} Sitzungen; es gibt weitere`,
  firstOf: (sessions, total) =>
    `Die ersten ${catalogue.number(sessions)} von ${catalogue.number(total)} Sitzungen`,
  atMost: (sessions) =>
    `Höchstens ${catalogue.number(sessions)} werden aufgelistet: Grenzen Sie die Frage ein, um die übrigen zu sehen.`,
  othersUnread: (why) => `Die übrigen ließen sich nicht lesen: ${why}`,
  unread: (rows) =>
    catalogue.plural(rows, {
      one: '# Zeile ließ sich nicht lesen.',
      other: '# Zeilen ließen sich nicht lesen.',
    }),
  noneTitle: 'Keine Sitzungen gefunden',
  none: 'Der Dienst hat keine Sitzung, auf die das zutrifft.',
}
