import { catalogue } from './catalogue'

/**
 * The columns of the list and what else it is filtered by. A column has two: its name, which heads it and calls its filter, and
 * under the name and `Help` what the header's tooltip says.
 */
export const columnsText = catalogue.area('columns', {
  user: 'User',
  userHelp: 'The name, or the Roblox ID where the service gives no name',
  account: 'Account',
  accountHelp: 'Whose service lists it',
  script: 'Script / machine',
  scriptHelp: 'The script that runs, or the machine of an SSH session',
  place: 'Place',
  placeHelp: 'The Roblox place, else the universe',
  job: 'Job',
  jobHelp: 'The Roblox server',
  universe: 'Universe',
  universeHelp: 'The Roblox universe, to which places belong',
  robloxId: 'Roblox ID',
  robloxIdHelp: 'The number of the Roblox user',
  sessionId: 'Session ID',
  sessionIdHelp: 'What the service calls this session',
  status: 'Status',
  statusHelp: 'The service’s own word for how the session stands',
  started: 'Started',
  startedHelp: 'How long ago it began',
  beat: 'Beat',
  beatHelp: 'The session’s own last sign of life, where the service gives one',
  seen: 'Seen',
  seenHelp: 'Our last heartbeat that listed it',
  state: 'State',
  stateHelp: 'Live, stale, or being disconnected',

  service: 'Service',
  filterText: (text: string) => `“${text}”`,

  underFiveMinutes: 'Under 5 min',
  underOneHour: '5 min to 1 h',
  underOneDay: '1 h to 24 h',
  overOneDay: 'Over 24 h',
  unknownAge: 'Unknown',
})
