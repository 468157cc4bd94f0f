import { printable, shortened } from '../../../shared/printable'
import type { Session } from '../../../shared/session'
import { scopeHealthText } from '../../../shared/text/scope-health'

/** Longest name of a user, characters. */
const longestLabel = 60

/** Longest absence after which a user's new session means that they are back, ms. */
export const backWithinMs = 10 * 60_000

/** Remote text as a name: cut, and freed of control characters. */
export const nameLabel = (text: string): string => shortened(printable(text), longestLabel)

/**
 * How a notification or an action names a session's user: the name, else the Roblox id, else "Somebody". Never
 * personal data.
 */
export function userLabel(session: Pick<Session, 'userName' | 'robloxId'>): string {
  const name = nameLabel(session.userName ?? '')
  if (name) return name
  const { robloxId } = session
  return robloxId ? scopeHealthText.robloxUser(robloxId.slice(0, longestLabel)) : scopeHealthText.somebody
}

/**
 * Whether two sessions belong to one user: equal for the same user of an account, and the session's own where the
 * service tells no user apart. May hold personal data: it stays in memory.
 */
export function userIdentity(session: Session): string {
  if (session.userName) return `${session.accountId}:name:${session.userName}`
  if (session.robloxId) return `${session.accountId}:roblox:${session.robloxId}`
  if (session.userId) return `${session.accountId}:user:${session.userId}`
  if (session.userKey) return `${session.accountId}:key:${session.userKey}`
  return `${session.accountId}:session:${session.id}`
}
