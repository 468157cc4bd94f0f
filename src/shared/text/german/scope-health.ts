import { catalogue, type Translation } from '../catalogue'
import type { scopeHealthText } from '../scope-health'

export const scopeHealth: Translation<typeof scopeHealthText> = {
  more: (name, most) =>
    `${name} führt noch weitere auf; die Liste fasst nicht mehr als ${catalogue.number(most)}.`,
  moreGaps: (gaps) =>
    catalogue.plural(gaps, { one: '# weitere Lücke wie diese.', other: '# weitere Lücken wie diese.' }),
  timesIn: (units) =>
    `Die Zeiten stehen in ${units} statt in der dokumentierten Form; so werden sie auch gelesen.`,
  seconds: 'Sekunden',
  milliseconds: 'Millisekunden',
  microseconds: 'Mikrosekunden',
  nanoseconds: 'Nanosekunden',
  lostValues: (values) =>
    catalogue.plural(values, {
      one: '# Wert war nicht lesbar: Dort steht „—“.',
      other: '# Werte waren nicht lesbar: Dort steht „—“.',
    }),
  shortenedTexts: (texts) =>
    catalogue.plural(texts, {
      one: '# Text ist zu lang für die Liste: gekürzt, mit „…“ am Ende.',
      other: '# Texte sind zu lang für die Liste: gekürzt, mit „…“ am Ende.',
    }),
  unasked: (sessions) =>
    catalogue.plural(sessions, {
      one: '# Sitzung weggelassen: aufgeführt, aber nicht aktiv.',
      other: '# Sitzungen weggelassen: aufgeführt, aber nicht aktiv.',
    }),

  slowDown: (name) => `${name} bittet darum, langsamer zu fragen.`,
  askedToWait: (name, wait) => `${name} bittet darum, ${wait} zu warten.`,
  itAskedToWait: (summary, wait) => `${summary} Der Dienst bittet darum, ${wait} zu warten.`,
  stoppedAnswering: (name) => `${name} antwortet nicht mehr.`,
  noAnswer: (name) => `${name} antwortet nicht.`,
  inTrouble: (name, status) =>
    `${name} hat selbst Probleme (HTTP ${status}); das heißt nicht, dass niemand online ist.`,
  unreadable: (name, why) => `${name} antwortet, aber mit etwas Unlesbarem. ${why}`,
  noAddress: (name) => `Keine Verbindung zu ${name}: Die Adresse ist nicht zu finden.`,
  noConnection: (name) => `Keine Verbindung zu ${name}.`,
  notSecure: (name, why) => `Keine sichere Verbindung zu ${name}. ${why}`,
  paused: 'Angehalten. Es wird nicht gefragt.',
  asleep: 'Dieser Computer schläft.',
  firstAsk: (name) => `${name} wird zum ersten Mal gefragt.`,
  askAgain: (name) => `${name} wird wieder gefragt.`,
  held: (name, wait) => `${name} lässt zurzeit keine Anfragen mehr zu: Erneut gefragt wird in ${wait}.`,

  unreadRows: (rows) =>
    catalogue.plural(rows, {
      one: '# Zeile war nicht lesbar, deshalb gilt dort niemand als gegangen',
      other: '# Zeilen waren nicht lesbar, deshalb gilt dort niemand als gegangen',
    }),
  atScript: (script, what) => `Skript ${script}: ${what}`,
  andMore: (what, more) => `${what} (und ${catalogue.number(more)} weitere)`,
  reading: (done, all, lacks) => `Liest: ${catalogue.number(done)} von ${catalogue.number(all)}${lacks}.`,
  readingUnknown: (done, lacks) => `Liest: ${catalogue.number(done)}, Gesamtzahl unbekannt${lacks}.`,
  online: (sessions, lacks) =>
    `${catalogue.plural(sessions, { one: '# Sitzung online', other: '# Sitzungen online' })}${lacks}.`,
  nobodyListed: (lacks) => `Niemand kann aufgeführt werden${lacks}.`,
  nobody: (name) => `Niemand ist online: ${name} antwortet mit einer leeren Liste.`,

  fault: 'Sessiondeck konnte die Antwort nicht lesen. Die anderen Konten laufen weiter.',
  askedHeartbeat: 'Lebenszeichen',
  ownFault: 'ein Fehler von Sessiondeck',

  newSession: 'Eine neue Sitzung',
  newSessions: (sessions) => `${catalogue.number(sessions)} neue Sitzungen`,
  isOnline: (who) => `${who} ist online`,
  robloxUser: (id) => `Roblox-Nutzer ${id}`,
  somebody: 'Jemand',
}
