import type { RosterRow, Session } from '../../../shared/session'
import type { Statistics } from '../../../shared/statistics'

/** A machine that sessions were on. */
export type Machine = {
  /** The service's id, else its name: what tells machines apart here. */
  key: string
  id: string | null
  name: string
  /** Active ones first, then the newest. */
  sessions: readonly MachineSession[]
  live: number
  /** Epoch ms; `null` where no session says. */
  lastSeenAt: number | null
  /** One session of each user, the latest user first. */
  users: readonly Session[]
  /** How many sessions the statistics count; `null` where they do not name the machine. */
  counted: number | null
}

/** A session on a machine, and whether it is there now. */
export type MachineSession = { session: Session; state: 'live' | 'disconnecting' | 'ended' }

/** Whether a session is there now. */
export const isThere = ({ state }: MachineSession): boolean => state !== 'ended'

/** The last that is known of a session, epoch ms; 0 where nothing is. */
const lastOf = ({ session }: MachineSession): number => session.lastBeatAt ?? session.startedAt ?? 0

const newestFirst = (a: MachineSession, b: MachineSession): number =>
  Number(isThere(b)) - Number(isThere(a)) ||
  (b.session.startedAt ?? 0) - (a.session.startedAt ?? 0) ||
  (a.session.id < b.session.id ? -1 : 1)

/**
 * The machines of an organisation as far as anybody has seen them: in its live sessions, in the ended ones, and in the
 * statistics. Those with the most live sessions first, then the last
 * seen; heartbeats of what is live reorder nothing, or rows would change places under the pointer.
 */
export function machinesOf(
  live: Iterable<RosterRow>,
  ended: Iterable<Session>,
  top: Readonly<Statistics['topMachines']>,
): Machine[] {
  const groups = new Map<string, { id: string | null; name: string; sessions: Map<string, MachineSession> }>()
  const group = (id: string | null, name: string | null) => {
    const key = id ?? name
    if (key === null) return null
    const known = groups.get(key) ?? { id, name: name ?? key, sessions: new Map() }
    groups.set(key, known)
    return known
  }
  for (const session of live)
    group(session.machineId, session.machineName)?.sessions.set(session.key, {
      session,
      state: session.disconnecting ? 'disconnecting' : 'live',
    })
  for (const session of ended) {
    const sessions = group(session.machineId, session.machineName)?.sessions
    // What the list has now is newer than what was looked up.
    if (sessions && !sessions.has(session.key)) sessions.set(session.key, { session, state: 'ended' })
  }
  const counted = new Map<string, number | null>()
  for (const { machineId, name, sessions } of top)
    if (group(machineId, name)) counted.set(machineId ?? name ?? '', sessions)

  const machines = [...groups].map(([key, { id, name, sessions }]): Machine => {
    const all = [...sessions.values()].sort(newestFirst)
    const last = all.reduce((latest, each) => Math.max(latest, lastOf(each)), 0)
    return {
      key,
      id,
      name,
      sessions: all,
      live: all.filter(isThere).length,
      lastSeenAt: last === 0 ? null : last,
      users: usersOf(all),
      counted: counted.get(key) ?? null,
    }
  })
  return machines.sort(
    (a, b) =>
      b.live - a.live ||
      (a.live > 0 ? 0 : (b.lastSeenAt ?? 0) - (a.lastSeenAt ?? 0)) ||
      a.name.localeCompare(b.name, 'en'),
  )
}

function usersOf(sessions: readonly MachineSession[]): Session[] {
  const users = new Map<string, Session>()
  for (const { session } of sessions) {
    const user = session.userId ?? session.userName
    if (user !== null && !users.has(user)) users.set(user, session)
  }
  return [...users.values()]
}
