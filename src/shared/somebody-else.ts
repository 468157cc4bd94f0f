import type { Session } from './session'

/**
 * Whether two reports of one session id are about two users: a service can give an id to somebody else. The first of
 * user id, Roblox id, name and key that both know decides; where they share none, it is `false`.
 */
export function isSomebodyElse(
  a: Pick<Session, 'userId' | 'robloxId' | 'userName' | 'userKey'>,
  b: Pick<Session, 'userId' | 'robloxId' | 'userName' | 'userKey'>,
): boolean {
  // Written out: it runs for every session that changed in a heartbeat.
  if (a.userId !== null && b.userId !== null) return a.userId !== b.userId
  if (a.robloxId !== null && b.robloxId !== null) return a.robloxId !== b.robloxId
  if (a.userName !== null && b.userName !== null) return a.userName !== b.userName
  return a.userKey !== null && b.userKey !== null && a.userKey !== b.userKey
}
