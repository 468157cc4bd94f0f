import type { ProviderId } from '../../../shared/account'
import { sessionKey } from '../../../shared/ids'
import type { Session } from '../../../shared/session'

/** A session of which the service says only `known`. All sessions have one shape, whichever service they are from. */
export function createSession(
  accountId: string,
  provider: ProviderId,
  id: string,
  known: Partial<Session>,
): Session {
  return {
    key: sessionKey(accountId, id),
    accountId,
    provider,
    id,
    userName: known.userName ?? null,
    robloxId: known.robloxId ?? null,
    userId: known.userId ?? null,
    scriptId: known.scriptId ?? null,
    machineId: known.machineId ?? null,
    machineName: known.machineName ?? null,
    placeId: known.placeId ?? null,
    universeId: known.universeId ?? null,
    jobId: known.jobId ?? null,
    userKey: known.userKey ?? null,
    hwid: known.hwid ?? null,
    ipAddress: known.ipAddress ?? null,
    status: known.status ?? null,
    startedAt: known.startedAt ?? null,
    lastBeatAt: known.lastBeatAt ?? null,
    beatCount: known.beatCount ?? null,
  }
}
