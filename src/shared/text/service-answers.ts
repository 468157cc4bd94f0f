import { catalogue } from './catalogue'

/** What the services say in their own way, and what can be asked of each. */
export const serviceAnswersText = catalogue.area('serviceAnswers', {
  luaprotAdvice:
    'Check the API key, and that the LuaProt dashboard’s IP allow-list holds this machine’s public address.',
  luaprotScopes: 'LuaProt watches hubs, keys and Discord IDs only.',
  luaprotTexts: 'LuaProt delivers texts, not handler calls.',
  luaprotExactlyOne: (names: string) => `Exactly one of ${names} is needed. Nothing was sent.`,
  luaprotNotManaged: (words: string) =>
    `LuaProt says: “${words}” The session has left already, or its hub belongs to another account.`,
  luaprotNoCustomer: (words: string) =>
    `LuaProt says: “${words}” No customer of this account has this key or Discord ID. Check what was asked for.`,
  luaprotSearched: 'Searched the live list; LuaProt can be queried by Discord ID or key only',
  byDiscordId: 'by Discord ID',
  byKey: 'by key',

  luaauthAdvice: 'Check the API token in the account.',
  luaauthScopes: 'LuaAuth watches scripts only.',
  luaauthHandlers: 'LuaAuth calls a handler; it delivers no texts.',
  luaauthClientSilent:
    'LuaAuth passed the call on and the client never responded, so it is not known whether it took effect. Check whether it did before you try again.',
  luaauthNoReason: 'no reason given',
  luaauthOneFilter: (names: string) => `at least one of ${names} is needed`,
  luaauthOneField: 'at least one field is needed',
  luaauthOneId: 'must hold at least one id',
  luaauthExpired: 'The LuaAuth account has expired. Renew it, then try again.',
  luaauthNothingChanged: 'LuaAuth was asked to change nothing. Change a field first.',
  luaauthNoFreeForAll:
    'The tier of this LuaAuth account does not allow free-for-all scripts. Upgrade it, or leave it off.',
  luaauthNoObfuscations:
    'This LuaAuth account has no obfuscations left. Wait for the next period or upgrade it.',
  luaauthNotParsed: 'LuaAuth cannot parse the script. Correct what its parser says and update again.',
  luaauthNotObfuscated:
    'LuaAuth could not obfuscate the script. Correct what its obfuscator says and update again.',
  luaauthFewObfuscations:
    'This LuaAuth account has too few obfuscations left for the init script. Upgrade it or wait.',
  luaauthInitNotObfuscated:
    'LuaAuth could not obfuscate the init script. Correct what its obfuscator says and update again.',
  luaauthUpdateFirst: 'LuaAuth wants the script updated first. Update it, then toggle it again.',
  luaauthNoFilter: 'LuaAuth wants a filter: give a key, a Roblox ID, a place or a job.',
  byJobAt: (script: string) => `by job at script ${script}`,
  byRobloxIdAt: (script: string) => `by Roblox ID at script ${script}`,
  byKeyAt: (script: string) => `by key at script ${script}`,

  junkieAdvice: 'Check the API key in the account, and that it has the scope rest-api:*.',
  junkieForbidden:
    'Junkie says so when it is asked too often, too, and is asked again later. If it stays so, check that the API key has the scope rest-api:*.',
  junkieScopes: 'Junkie watches all scripts or one.',
  junkieNoMessage: 'Junkie has no way to message a session.',
  junkieNoDisconnect: 'Junkie has no way to disconnect a session.',
  junkieDown:
    'Junkie’s own heartbeat service is down (502). The last rows are kept; it is asked again later.',
  /** @param sessions as it says it */
  junkieContradicts: (sessions: number | null) =>
    `Junkie counts ${sessions} sessions in all, but no script that has any. The last rows are kept; it is asked again later.`,
  junkieNoScriptId: 'Junkie counts sessions at a script whose ID cannot be asked for.',
  junkieManyScripts: (scripts: number, read: number) =>
    `Junkie counts sessions at ${catalogue.number(scripts)} scripts; only the first ${catalogue.number(read)} are read.`,
  junkieUnknownScript: 'Junkie counts sessions at this script, but does not know it (404).',
  junkieListsMore: (counted: number, listed: number) =>
    `Junkie counts ${catalogue.number(counted)} sessions here and lists more than ${catalogue.number(listed)}; the others are not shown.`,
  junkieListsNone: (counted: number) =>
    `Junkie counts ${catalogue.number(counted)} sessions here and lists none of them.`,
  junkieListsFewer: (counted: number, listed: number) =>
    `Junkie counts ${catalogue.number(counted)} sessions here and lists only ${catalogue.number(listed)}.`,
  scripts: (count: number) => catalogue.plural(count, { one: '# script', other: '# scripts' }),
  byUserNameAt: (script: string) => `by user name at script ${script}`,
  scriptsNotAsked: (scripts: number) =>
    `${catalogue.number(scripts)} further scripts are not asked, to spare the account’s budget: Look up asks one of your choice`,

  vsayAdvice: 'Check the API token in the account, and what it may do in the organisation.',
  vsayScopes: 'VSay watches the whole organisation only.',
  vsayNoMessage: 'VSay has no way to message a session.',
  vsayNoStatus: 'VSay does not say whether the session is active. Look at it in the list.',
  vsayTime: 'must be an ISO 8601 time',
  vsaySessionId: 'must be a session ID',
  vsayMoreEntries: (entries: number) => `… and ${catalogue.number(entries)} more entries`,
  vsaySearched: 'Searched the complete live list; VSay finds ended sessions by user ID only',
  vsayAllOf: (days: number) =>
    `for sessions, ended ones too, of the user in the last ${catalogue.number(days)} days`,
  vsayAllOfName: (days: number) =>
    `for sessions, ended ones too, of a user of this name in the last ${catalogue.number(days)} days`,
  vsayEndedOf: (days: number) => `for ended sessions of the user in the last ${catalogue.number(days)} days`,
  vsayEndedOfName: (days: number) =>
    `for ended sessions of a user of this name in the last ${catalogue.number(days)} days`,

  searchedAll: 'Searched the complete live list',
})
