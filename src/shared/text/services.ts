import { catalogue } from './catalogue'

/** What services look like in the window: the fields of a look-up, the columns of what it found, what a disconnect does. */
export const servicesText = catalogue.area('services', {
  script: 'Script',
  userName: 'User name holds',
  userNameHelp: 'Left empty, every page of the script is read.',
  key: 'Key',
  robloxId: 'Roblox ID',
  place: 'Place',
  job: 'Job',
  lookUpBy: 'Look up by',
  discordId: 'Discord ID',
  hub: 'Hub',
  status: 'Status',
  activeAndEnded: 'Active and ended',
  active: 'Active',
  ended: 'Ended',
  machineId: 'Machine ID',
  userId: 'User ID',
  from: 'From',
  to: 'To',

  now: 'Now',
  live: 'Live',
  over: 'Ended',
  notWatched: 'Not watched',
  user: 'User',
  universe: 'Universe',
  machine: 'Machine',
  started: 'Started',
  lastActivity: 'Last activity',

  endsScriptSession: (service: string) => `${service} ends the script session.`,
  endsSshSession: (service: string) => `${service} terminates the SSH session; what runs in it is cut off.`,
})
