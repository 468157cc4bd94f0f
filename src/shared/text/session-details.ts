import { catalogue } from './catalogue'

/** The panel with everything about one session. */
export const sessionDetailsText = catalogue.area('sessionDetails', {
  title: 'Session details',
  close: 'Close details',
  notListedTitle: 'No longer listed',
  notListed: 'This session has left, is no longer watched, or the list is still loading.',
  loading: 'Loading details',
  updating: 'Updating…',
  /** Before how long ago. */
  updated: 'Updated',
  fromList: 'From the list',
  revealAll: 'Reveal all personal data',
  hideAll: 'Hide all personal data',
  revealFirst: 'Presentation mode: reveal it first',
  export: 'Export details…',
  yes: 'Yes',
  no: 'No',

  yours: 'yours, a terminal in this window',
  openTerminalTooltip: 'Open a terminal on this session’s machine',
  logsTooltip: 'Read what was typed and printed in this session',
  messageTooltip: 'Send a message to this session',
  disconnectTooltip: 'Disconnect this session; you are asked first',
  live: 'Live',
  liveFor: (span: string) => `Live ${span}`,
  disconnecting: 'Disconnecting',
  stale: 'Stale',
  left: (when: string) => `Left ${when}`,
  watchedUntil: (when: string) => `Watched until ${when}`,
  started: (span: string) => `started ${span} ago`,
  beat: (when: string) => `beat ${when}`,
  seen: (when: string) => `seen ${when}`,
  found: (when: string) => `not in the list, found ${when}`,

  related: 'Related',
  lookUp: (what: string) => `Look up this ${what}`,
  lookUpTooltip: 'Query the service, including sessions you don’t watch',
  nobodyElse: 'no one else',
  othersLive: (sessions: number) =>
    catalogue.plural(sessions, { one: '# other live', other: '# others live' }),
  /** `relation`: as it is called beside it. */
  showOthers: (relation: string) => `Show only the sessions of the ${relation.toLowerCase()}`,

  detailsAsCurl: 'Details as curl',
  logsAsCurl: 'Logs as curl',
  openTerminalAsCurl: 'Open terminal as curl',
  disconnectAsCurl: 'Disconnect as curl',
})
