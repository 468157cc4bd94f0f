import { catalogue, type Translation } from '../catalogue'
import type { emptinessText } from '../emptiness'

export const emptiness: Translation<typeof emptinessText> = {
  querying: 'Die Dienste werden abgefragt',
  noAccountTitle: 'Noch kein Konto',
  noAccount: 'Hier erscheinen die Live-Sitzungen Ihrer Konten. Die SSH-Hosts stehen links.',
  noMatchTitle: 'Keine passenden Sitzungen',
  noMatch: (sessions) =>
    `Von ${catalogue.number(sessions)} Live-Sitzungen passt keine zu Ihrer Suche und Ihren Filtern.`,
  allOff: 'Alle Konten sind ausgeschaltet',
  isOff: (account) => `${account} ist ausgeschaltet`,
  off: 'Ausgeschaltete Konten werden nicht abgefragt.',
  pausedTitle: 'Angehalten',
  paused: 'Bis Sie fortsetzen, wird nichts abgefragt.',
  nobody: 'Niemand ist online',
  nobodyRead: 'Niemand online, soweit es sich lesen ließ',
  offline: 'Keine Verbindung',
  refused: 'API-Schlüssel nicht angenommen',
  rateLimited: 'Zu viele Anfragen',
  late: 'Keine brauchbare Antwort',
  partial: 'Nur zum Teil gelesen',
  unreachable: 'Ihre Dienste sind nicht erreichbar',
  othersElsewhere: 'Die übrigen stehen links.',
  showAll: 'Alle Sitzungen anzeigen',
  refresh: 'Jetzt aktualisieren',
  resume: 'Beobachtung fortsetzen',
  openAccount: 'Konto öffnen',
}
