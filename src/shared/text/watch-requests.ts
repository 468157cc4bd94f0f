import { catalogue } from './catalogue'

/** Why a request of the window to the watching has no answer. */
export const watchRequestsText = catalogue.area('watchRequests', {
  notWatchedLookup: 'This account is not watched now. Enable it, then look up again.',
  notWatchedScripts: 'This account is not watched now. Enable it, then try again.',
  notWatchedLogs: 'This account is not watched now. Enable it, then open the logs again.',
  notWatchedStatistics: 'This account is not watched now. Enable it, then look at its statistics again.',
  notWatchedTerminal: 'This account is not watched now. Enable it, then open the terminal again.',
  lookupStopped: 'This look-up was stopped.',
  incomplete: (why: string) => `Only its list was searched, which is not complete now: ${why}`,
  noCounts: 'This service does not count sessions by script.',
  noScripts: 'This service offers no way to look at or change its scripts.',
  noLogs: 'This service keeps no logs of its sessions.',
  noStatistics: 'This service keeps no statistics.',
  noTerminals: 'This service has no terminals.',
  gone: 'This session has already left.',

  curlNotWatched: 'This session or its account is not watched now.',
  curlTooOld: 'This preview is too old. Look at whom it reaches now, then copy it.',
  curlNothing: 'Nothing is asked of the service for this.',
  curlTooMany: (requests: number, most: number) =>
    `This takes ${catalogue.number(requests)} requests; as curl there are at most ${catalogue.number(most)}. Choose fewer sessions.`,
})
