import { catalogue, type Translation } from '../catalogue'
import type { machinesText } from '../machines'

export const machines: Translation<typeof machinesText> = {
  title: 'Maschinen',
  emptyTitle: (services) => `Kein Konto bei ${services}`,
  emptyAbout: (services) =>
    `Auf Maschinen laufen die SSH-Sitzungen einer Organisation bei ${services}; zurzeit wird keine beobachtet.`,
  emptyRemedy: (services) =>
    `Fügen Sie ein Konto bei ${services} hinzu oder schalten Sie das ausgeschaltete ein.`,
  period: 'Zeitraum',
  day: 'Tag',
  week: 'Woche',
  month: 'Monat',
  account: 'Konto',
  copyStatistics: 'Statistik als curl kopieren',

  endedMissingToo: 'Auch die beendeten Sitzungen fehlen.',
  endedMissing: (why) => `Die beendeten Sitzungen fehlen: ${why}`,
  loadingEnded: 'Beendete Sitzungen werden geladen …',
  othersUnread: (why) => `Die übrigen ließen sich nicht lesen: ${why}`,
  endedShown: (sessions) =>
    `Angezeigt werden die ersten ${catalogue.number(sessions)} beendeten Sitzungen; es gibt weitere.`,
  unread: (sessions) =>
    catalogue.plural(sessions, {
      one: '# Sitzung ließ sich nicht lesen.',
      other: '# Sitzungen ließen sich nicht lesen.',
    }),

  loadingMachines: 'Maschinen werden geladen',
  noneKnownTitle: 'Keine Maschine bekannt',
  noneKnown: 'Nicht jede Anfrage wurde beantwortet: Es kann trotzdem Maschinen mit Sitzungen geben.',
  noneSeenTitle: 'Keine Maschine gesehen',
  noneSeen:
    'Niemand hat eine SSH-Sitzung auf einer Maschine dieser Organisation, und in diesem Zeitraum wurde keine beendet.',
  machineLive: (machine, sessions) => `${machine}, ${catalogue.number(sessions)} live`,
  machineColumn: 'Maschine',
  liveColumn: 'Live',
  lastSeenColumn: 'Zuletzt',
  now: 'jetzt',
  usersColumn: 'Nutzer',
  totalColumn: 'Gesamt',

  sessionsOn: (machine) => `Sitzungen auf ${machine}`,
  back: 'Zurück zu allen Maschinen',
  liveAndEnded: (live, ended) => `${catalogue.number(live)} live, ${catalogue.number(ended)} beendet`,
  noLiveSessions: 'Keine Live-Sitzungen',
  showInListTooltip: 'Live-Sitzungen auf dieser Maschine in der Liste anzeigen',
  showInList: 'In der Liste anzeigen',
  idUnknown: 'Der Dienst nennt ihre ID nicht',
  openTerminalTooltip: 'Ein Terminal auf dieser Maschine öffnen',
  openTerminal: 'Terminal öffnen',
  sessionsTable: 'Sitzungen auf der Maschine',
  noSessionsTitle: 'Keine Sitzungen',
  noSessionsListed:
    'Die Statistik zählt Sitzungen auf dieser Maschine, aber der Dienst nennt keine aus diesem Zeitraum.',
  sessionsUnknown:
    'Die Statistik zählt Sitzungen auf dieser Maschine, und der Dienst hat nicht gesagt, welche.',
  openLogs: 'Protokoll …',
  askDisconnect: 'Trennen …',
  userColumn: 'Nutzer',
  stateColumn: 'Zustand',
  live: 'live',
  disconnecting: 'wird getrennt',
  ended: 'beendet',
  startedColumn: 'Begonnen',
  lastActivityColumn: 'Zuletzt aktiv',
  durationColumn: 'Dauer',
  actionsColumn: 'Aktionen',
  logs: 'Protokoll',
  disconnect: 'Trennen',
  hasEnded: 'Sie ist beendet',

  statisticsOfDay: 'Statistik des letzten Tages',
  statisticsOfWeek: 'Statistik der letzten Woche',
  statisticsOfMonth: 'Statistik des letzten Monats',
  loadingStatistics: 'Statistik wird geladen',
  dayUpdated: 'Letzter Tag, aktualisiert',
  weekUpdated: 'Letzte Woche, aktualisiert',
  monthUpdated: 'Letzter Monat, aktualisiert',
  refreshFailed: '. Die letzte Aktualisierung ist fehlgeschlagen.',
  active: (active, sessions) =>
    `${catalogue.number(active)} von ${catalogue.number(sessions)} Sitzungen sind aktiv`,
  noMachines: 'Keine Maschinen in diesem Zeitraum.',
  topMachines: 'Meistgenutzte Maschinen',
  showSessionsOn: (machine) => `Sitzungen auf ${machine} anzeigen`,
  sessionsFigure: 'Sitzungen',
  activeFigure: 'Jetzt aktiv',
  usersFigure: 'Nutzer',
  totalTimeFigure: 'Gesamtzeit',
  averageFigure: 'Sitzung im Schnitt',
  hours: (hours) => `${hours} h`,
  minutes: (minutes) => `${minutes} min`,
}
