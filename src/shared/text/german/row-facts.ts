import type { Translation } from '../catalogue'
import type { rowFactsText } from '../row-facts'

export const rowFacts: Translation<typeof rowFactsText> = {
  title: 'Sitzung',
  id: 'Sitzungs-ID',
  userName: 'Nutzer',
  robloxId: 'Roblox-ID',
  userId: 'Nutzer-ID',
  scriptId: 'Skript',
  scriptIdBesideName: 'Skript-ID',
  machineName: 'Maschine',
  machineId: 'Maschinen-ID',
  placeId: 'Place',
  universeId: 'Universe',
  jobId: 'Job',
  userKey: 'Nutzerschlüssel',
  hwid: 'HWID',
  ipAddress: 'IP-Adresse',
  status: 'Status',
  startedAt: 'Begonnen',
  lastBeatAt: 'Letztes Lebenszeichen',
  beatCount: 'Lebenszeichen',
}
