import type { Translation } from '../catalogue'
import type { columnsText } from '../columns'

export const columns: Translation<typeof columnsText> = {
  user: 'Nutzer',
  userHelp: 'Der Name, oder die Roblox-ID, wo der Dienst keinen Namen nennt',
  account: 'Konto',
  accountHelp: 'Das Konto, dessen Dienst sie auflistet',
  script: 'Skript / Maschine',
  scriptHelp: 'Das laufende Skript, oder die Maschine einer SSH-Sitzung',
  place: 'Ort',
  placeHelp: 'Der Ort in Roblox, sonst das Universum',
  job: 'Job',
  jobHelp: 'Der Server von Roblox',
  started: 'Begonnen',
  startedHelp: 'Wie lange der Beginn her ist',
  beat: 'Aktiv',
  beatHelp: 'Wann sich die Sitzung zuletzt selbst gemeldet hat, wo der Dienst das sagt',
  seen: 'Stand',
  seenHelp: 'Wann ein Lebenszeichen sie zuletzt aufgelistet hat',
  state: 'Zustand',
  stateHelp: 'Live, ungewiss oder gerade dabei, getrennt zu werden',

  service: 'Dienst',
  filterText: (text) => `„${text}“`,

  underFiveMinutes: 'Unter 5 min',
  underOneHour: '5 min bis 1 h',
  underOneDay: '1 h bis 24 h',
  overOneDay: 'Über 24 h',
  unknownAge: 'Unbekannt',
}
