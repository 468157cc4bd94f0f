/*
 * Apart from the schemas, so that the window can draw without building them.
 */

/** Which script: of one account, by the service's own id. */
export type ScriptRef = { accountId: string; scriptId: string }

/** `account id/script id`: the key of a script over all accounts. */
export const scriptKey = ({ accountId, scriptId }: ScriptRef): string => `${accountId}/${scriptId}`

/** What can be switched at a script. */
export const scriptSwitches = ['freeForAll', 'useHeartbeat', 'kickOutdated', 'requireSessions'] as const
export type ScriptSwitch = (typeof scriptSwitches)[number]

/** Longest name that a person gives to a script here, characters. */
export const longestScriptLabel = 60

/** Longest name that a script gets at its service, characters. */
export const longestScriptName = 200

/** Longest source that is sent, characters. */
export const longestSource = 16_000_000
