import type { ProviderId } from '../../src/shared/account'
import type { ScopeHealth } from '../../src/shared/health'
import { sessionKey } from '../../src/shared/ids'
import type { RosterRow, Session } from '../../src/shared/session'

/** A session of which a service says nothing but who it is. */
export const bareSession = (accountId: string, provider: ProviderId, id: string): Session => ({
  key: sessionKey(accountId, id),
  accountId,
  provider,
  id,
  userName: null,
  robloxId: null,
  userId: null,
  scriptId: null,
  machineId: null,
  machineName: null,
  placeId: null,
  universeId: null,
  jobId: null,
  userKey: null,
  hwid: null,
  ipAddress: null,
  status: null,
  startedAt: null,
  lastBeatAt: null,
  beatCount: null,
})

/** A roster row of account `a` (or of the account in `fields`) that says nothing but its id. */
export function rosterRow(id: string, fields: Partial<RosterRow> = {}): RosterRow {
  const accountId = fields.accountId ?? 'a'
  return {
    ...bareSession(accountId, 'luaprot', id),
    scopes: [`${accountId}/hub:1`],
    missedSince: null,
    disconnecting: null,
    ...fields,
  }
}

/** The health of account `a`'s hub 1, live, unless `fields` says otherwise. */
export function scopeHealth(fields: Partial<ScopeHealth> = {}): ScopeHealth {
  return {
    key: 'a/hub:1',
    accountId: 'a',
    scope: { kind: 'hub', id: '1' },
    state: 'live',
    count: 0,
    lastSuccessAt: 1_000,
    lastAttemptAt: 1_000,
    nextAt: null,
    sweep: null,
    unreadable: 0,
    gaps: [],
    notes: [],
    summary: '',
    evidence: null,
    error: null,
    ...fields,
  }
}
