import { type RosterRow, type Session, sessionSchema } from '../../../shared/session'

const sessionFields = Object.keys(sessionSchema.unwrap().shape) as (keyof Session)[]

/**
 * Whether two reports of the same session agree. Written out, because it runs for every session of every heartbeat
 * and a loop over field names takes ten times as long.
 */
export const sameFields = (a: Session, b: Session): boolean =>
  a.userName === b.userName &&
  a.robloxId === b.robloxId &&
  a.userId === b.userId &&
  a.scriptId === b.scriptId &&
  a.machineId === b.machineId &&
  a.machineName === b.machineName &&
  a.placeId === b.placeId &&
  a.universeId === b.universeId &&
  a.jobId === b.jobId &&
  a.userKey === b.userKey &&
  a.hwid === b.hwid &&
  a.ipAddress === b.ipAddress &&
  a.status === b.status &&
  a.startedAt === b.startedAt &&
  a.lastBeatAt === b.lastBeatAt &&
  a.beatCount === b.beatCount

/** A row. Written out, too: a spread of two objects takes twenty times as long, and at the start it is 50,000 rows. */
export const rowOf = (session: Session, ours: Omit<RosterRow, keyof Session>): RosterRow => ({
  key: session.key,
  accountId: session.accountId,
  provider: session.provider,
  id: session.id,
  userName: session.userName,
  robloxId: session.robloxId,
  userId: session.userId,
  scriptId: session.scriptId,
  machineId: session.machineId,
  machineName: session.machineName,
  placeId: session.placeId,
  universeId: session.universeId,
  jobId: session.jobId,
  userKey: session.userKey,
  hwid: session.hwid,
  ipAddress: session.ipAddress,
  status: session.status,
  startedAt: session.startedAt,
  lastBeatAt: session.lastBeatAt,
  beatCount: session.beatCount,
  scopes: ours.scopes,
  missedSince: ours.missedSince,
  disconnecting: ours.disconnecting,
})

/** The newest known value of every field; what the newest scope does not know, an older one may. `older`: newest first. */
export function mergeSessions(newest: Session, older: readonly Session[]): Session {
  const unknown = sessionFields.filter((field) => newest[field] === null)
  const known = unknown.flatMap((field) => {
    const knower = older.find((session) => session[field] !== null)
    return knower ? [[field, knower[field]]] : []
  })
  return { ...newest, ...Object.fromEntries(known) }
}
