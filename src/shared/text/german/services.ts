import type { Translation } from '../catalogue'
import type { servicesText } from '../services'

export const services: Translation<typeof servicesText> = {
  script: 'Skript',
  userName: 'Nutzername enthält',
  userNameHelp: 'Ohne Angabe werden alle Seiten des Skripts gelesen.',
  key: 'Schlüssel',
  robloxId: 'Roblox-ID',
  place: 'Ort',
  job: 'Job',
  lookUpBy: 'Nachschlagen nach',
  discordId: 'Discord-ID',
  hub: 'Hub',
  status: 'Status',
  activeAndEnded: 'Aktive und beendete',
  active: 'Aktive',
  ended: 'Beendete',
  machineId: 'Maschinen-ID',
  userId: 'Nutzer-ID',
  from: 'Von',
  to: 'Bis',

  now: 'Jetzt',
  live: 'Live',
  over: 'Beendet',
  notWatched: 'Nicht beobachtet',
  user: 'Nutzer',
  universe: 'Universum',
  machine: 'Maschine',
  started: 'Begonnen',
  lastActivity: 'Zuletzt aktiv',

  endsScriptSession: (service) => `${service} beendet die Sitzung des Skripts.`,
  endsSshSession: (service) => `${service} beendet die SSH-Sitzung; was darin läuft, wird abgebrochen.`,
}
