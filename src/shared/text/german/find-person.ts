import { catalogue, type Translation } from '../catalogue'
import type { findPersonText } from '../find-person'

export const findPerson: Translation<typeof findPersonText> = {
  title: 'Jemanden finden',
  find: 'Finden',
  field: 'Discord-ID, Schlüssel, Nutzername, HWID, Roblox-ID oder Job',
  fieldHelp: 'Einfach einfügen, wie es ist. Anführungszeichen und <@…> werden entfernt.',
  filledByLink: 'Von einem Link ausgefüllt. Gefragt wird erst, wenn Sie auf „Finden“ drücken.',

  sessions: 'Sitzungen',
  sessionCount: (sessions) => catalogue.plural(sessions, { one: '# Sitzung', other: '# Sitzungen' }),
  noSession: 'Keine Sitzung',
  asking: 'Keine in der Liste; die Dienste werden gefragt …',
  nobody: 'Niemand, auf den das passt, ist online.',
  messageAll: 'Nachricht an alle …',
  disconnectAll: 'Alle trennen …',
  similar: 'Ähnliche Sitzungen',
  similarCount: (sessions) =>
    catalogue.plural(sessions, {
      one: '# Sitzung, in der das in einem Namen oder einer ID vorkommt',
      other: '# Sitzungen, in denen das in einem Namen oder einer ID vorkommt',
    }),
  otherSimilarCount: (sessions) =>
    catalogue.plural(sessions, {
      one: '# weitere Sitzung, in der das in einem Namen oder einer ID vorkommt',
      other: '# weitere Sitzungen, in denen das in einem Namen oder einer ID vorkommt',
    }),
  firstSimilar: (shown) => `Das sind die ersten ${catalogue.number(shown)}. Die Suche der Liste findet alle.`,
  ended: 'Beendete Sitzungen',
  endedCount: (sessions) =>
    catalogue.plural(sessions, { one: '# beendete Sitzung', other: '# beendete Sitzungen' }),
  latestEnded: (shown, sessions) =>
    `Die letzten ${catalogue.number(shown)} von ${catalogue.number(sessions)} beendeten Sitzungen`,

  openDetails: 'Details öffnen',
  started: 'begonnen',
  left: 'gegangen',
  watchedUntil: 'beobachtet bis',
  notInList: 'nicht in der Liste',

  accounts: 'Konten',
  queried: (how, said) => `Gefragt ${how}: ${said}`,
  searching: 'sucht …',
  firstSessions: (sessions) =>
    catalogue.plural(sessions, { one: 'die erste Sitzung', other: 'die ersten # Sitzungen' }),
  unknownThere: 'dort nicht bekannt',

  actions: 'Aktionen',
  noActions: 'Noch keine Aktionen',
}
