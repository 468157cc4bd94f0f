import { catalogue } from './catalogue'

/** What the list itself knows of a session, by its fields. */
export const rowFactsText = catalogue.area('rowFacts', {
  title: 'Session',
  id: 'Session ID',
  userName: 'User',
  robloxId: 'Roblox ID',
  userId: 'User ID',
  scriptId: 'Script',
  scriptIdBesideName: 'Script ID',
  machineName: 'Machine',
  machineId: 'Machine ID',
  placeId: 'Place',
  universeId: 'Universe',
  jobId: 'Job',
  userKey: 'User key',
  hwid: 'Hardware ID',
  ipAddress: 'IP address',
  status: 'Status',
  startedAt: 'Started',
  lastBeatAt: 'Last beat',
  beatCount: 'Beats',
})
