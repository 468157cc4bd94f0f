import { catalogue } from './catalogue'

/** What became of a message, a disconnect or a change of a script, or why it was not sent. */
export const actingText = catalogue.area('acting', {
  gone: 'This session has already left. Nothing was sent.',
  noMessage: (service: string) => `${service} offers no way to message a session.`,
  noDisconnect: (service: string) => `${service} offers no way to disconnect a session.`,
  takesText: (service: string) => `${service} takes a text.`,
  takesHandler: (service: string) => `${service} takes a call of a handler.`,
  notWatchedNow: 'This account is no longer watched, so nobody can tell whether the session left.',
  notToldByHeartbeats:
    'It could not be confirmed: no heartbeat told in time whether the session left. Later ones may still tell.',
  notToldByService:
    'It could not be confirmed: the service was asked again whether the session left, and its answer did not tell.',

  /** Why an action was not sent: the end of a sentence. */
  undone: 'you undid it',
  leftByThen: 'the session had left by then',
  keyRefused: 'the service no longer accepted the key',
  nobodyThere: 'the service found nobody there',
  nothingToSay: 'there was nothing to say',
  accountChanged: 'its account was changed or is no longer watched',
  hadLeft: 'had already left',
  somebodyElse: 'had left, and its ID is somebody else’s now',
  beingDisconnected: 'was being disconnected already',
  notRecorded: 'it could not be recorded in the action log',
  stopped: 'stopped before it left',
  disconnectCancelled: 'the disconnect was cancelled',

  /** Why a session cannot be reached. */
  cannotMessage: (service: string) => `${service} can’t message a session`,
  needsText: (service: string) => `${service} needs a text message`,
  needsHandler: (service: string) => `${service} needs a handler call`,
  doesNotReport: (service: string, variable: string) => `${service} doesn’t report a ${variable}`,
  emptyText: 'the text is empty',
  tooLong: (most: number) => `the text has more than ${catalogue.number(most)} characters once filled in`,
  notWatched: 'its account is not watched',
  cannotDisconnect: (service: string) => `${service} can’t disconnect a session`,
  disconnecting: 'already disconnecting',
  left: 'it has already left',

  tooOld: 'This selection is too old. Select the sessions again.',
  oneOfEachKind: 'Give one message of each kind.',
  /** @param name what stands between the braces */
  unknownVariable: (name: string) =>
    `Unknown variable {${name}}. For a plain brace, type it twice: {{ or }}.`,
  enableFirst: 'This account is not watched. Enable it first.',
  unwatchedAccount: 'An account that is not watched',
  sessions: (count: number) => catalogue.plural(count, { one: '# session', other: '# sessions' }),
  outOfDate: 'This preview is out of date. Check the recipients again, then start.',
  noBulkAction: 'There is no such bulk action.',
  nobody: 'No recipients.',
  typeToConfirm: (words: string) => `Type “${words}” to confirm. Nothing was sent.`,

  /** How a script was changed. */
  enabled: 'enabled',
  disabled: 'disabled',
  newSource: (characters: number) => `new source, ${characters} characters`,
  removed: 'removed for good',
  freeForAllOn: 'free for all on',
  freeForAllOff: 'free for all off',
  heartbeatOn: 'heartbeat on',
  heartbeatOff: 'heartbeat off',
  kickOutdatedOn: 'kick outdated on',
  kickOutdatedOff: 'kick outdated off',
  requireSessionsOn: 'require sessions on',
  requireSessionsOff: 'require sessions off',
  nameCleared: 'name cleared',
  newName: (name: string) => `name “${name}”`,
})
