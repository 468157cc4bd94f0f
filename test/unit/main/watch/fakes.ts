import type { WatchedAccounts } from '../../../../src/main/watch/monitor/watched-account'
import type {
  BulkBudget,
  HeartbeatBudget,
  ListFailure,
  ListOptions,
  Provider,
  ScopeAnswer,
} from '../../../../src/main/watch/providers/provider'
import { nothingOdd } from '../../../../src/main/watch/providers/provider'
import type { AccountConfig, Scope, ScopeKey } from '../../../../src/shared/account'
import type { LookupAnswer, LookupQuestion } from '../../../../src/shared/lookup'
import type { AppError, Result } from '../../../../src/shared/result'
import { err, ok } from '../../../../src/shared/result'
import type { Session } from '../../../../src/shared/session'
import { bareSession } from '../../../harness/roster-rows'

/** A session of account `a1` at LuaAuth; every field that is not given is unknown. */
export const makeSession = (id: string, fields: Partial<Session> = {}): Session => ({
  ...bareSession(fields.accountId ?? 'a1', 'luaauth', id),
  ...fields,
})

/** An enabled account; LuaAuth with one script unless told otherwise. */
export function makeAccount(fields: Partial<AccountConfig> = {}): AccountConfig {
  return {
    id: 'a1',
    provider: 'luaauth',
    label: 'Hub One',
    baseUrl: 'https://api.example.test',
    authHeader: { name: 'token', scheme: '' },
    scopes: [{ kind: 'script', id: 's1' }],
    enabled: true,
    notify: true,
    requestsPerMinute: 600,
    credential: 'a-test-key',
    headers: {},
    ...fields,
  }
}

/** A complete answer that lists `sessions`. */
export const answerOf = (sessions: Session[], fields: Partial<ScopeAnswer> = {}): ScopeAnswer => ({
  sessions,
  next: null,
  progress: { done: sessions.length, total: sessions.length },
  unreadable: 0,
  unsure: 'nobody',
  gaps: [],
  odd: nothingOdd,
  requests: 1,
  evidence: { asked: 'GET /sessions', at: 1, answer: `200, ${sessions.length} sessions` },
  ...fields,
})

/** A whole look-up that found `sessions`. */
export const foundOf = (sessions: Session[], fields: Partial<LookupAnswer> = {}): LookupAnswer => ({
  sessions,
  complete: true,
  stopped: null,
  total: sessions.length,
  unreadable: 0,
  evidence: { asked: 'GET /sessions', at: 1, answer: `200, ${sessions.length} sessions` },
  ...fields,
})

/** A failed heartbeat. */
export const failureOf = (error: AppError): ListFailure => ({
  error,
  evidence: { asked: 'GET /sessions', at: 1, answer: error.kind },
})

const withdrawn: AppError = { kind: 'cancelled', message: 'Withdrawn.' }
export const timeout: AppError = { kind: 'timeout', message: 'No answer in 15 s.' }

/** A remote service under the test's control. */
export type FakeProvider = Provider & {
  /** What heartbeats answer, by scope id; an empty list where nothing is set. */
  answers: Map<string, Result<ScopeAnswer, ListFailure>>
  listed: { scope: Scope; options: ListOptions }[]
  sent: string[]
  disconnects: string[]
  asked: { question: LookupQuestion; signal: AbortSignal }[]
  /** Sessions whose being live was asked for. */
  checked: string[]
  detailRequests: string[]
  closed: boolean
  /** How the next actions end. */
  disconnectResult: () => Promise<Result<void>>
  messageResult: Provider['message']
  lookupResult: Provider['lookup']
  liveResult: () => Promise<Result<boolean>>
  lists(scopeId: string, sessions: Session[]): void
  fails(scopeId: string, error: AppError): void
}

/** A {@link FakeProvider} whose services list nobody and accept everything. */
export function createFakeProvider(sweepsUntilGone: 1 | 2 = 1): FakeProvider {
  const provider: FakeProvider = {
    sweepsUntilGone,
    answers: new Map(),
    listed: [],
    sent: [],
    disconnects: [],
    asked: [],
    checked: [],
    detailRequests: [],
    closed: false,
    disconnectResult: async () => ok(undefined),
    messageResult: async () => ok({ kind: 'delivered' }),
    lookupResult: async () => ok(foundOf([])),
    liveResult: async () => ok(true),
    lists: (scopeId, sessions) => provider.answers.set(scopeId, ok(answerOf(sessions))),
    fails: (scopeId, error) => provider.answers.set(scopeId, err(failureOf(error))),
    async listSessions(scope, options) {
      provider.listed.push({ scope, options })
      return provider.answers.get(scope.id) ?? ok(answerOf([]))
    },
    async details(session) {
      provider.detailRequests.push(session.id)
      return ok({ key: session.key, fetchedAt: 1, sections: [] })
    },
    async message(session, message, departure) {
      if (departure?.leaves() === false) return err(withdrawn)
      provider.sent.push(session.id)
      return provider.messageResult(session, message)
    },
    async lookup(question, signal) {
      provider.asked.push({ question, signal })
      return provider.lookupResult(question, signal)
    },
    asksAbout: () => ({ asks: [], unasked: null, searched: 'Searched the live list' }),
    async isLive(session) {
      provider.checked.push(session.id)
      return provider.liveResult()
    },
    async disconnect(session, departure) {
      if (departure?.leaves() === false) return err(withdrawn)
      provider.disconnects.push(session.id)
      return provider.disconnectResult()
    },
    async close() {
      provider.closed = true
    },
  }
  return provider
}

/** A budget that is never short, but for what `fields` say. */
export function makeBudget(fields: Partial<HeartbeatBudget & BulkBudget> = {}): HeartbeatBudget & BulkBudget {
  return {
    bulkMs: () => 0,
    heartbeatDelayMs: () => 0,
    heartbeatTurnMs: () => 0,
    leaveTurn: () => undefined,
    heartbeatHoldMs: () => 0,
    heartbeatAllowance: () => 10,
    ...fields,
  }
}

export const freeBudget = makeBudget()

/** Watched accounts of one provider each, by the account's id; `nudged` hears whose scopes are asked for. */
export const watchedAccounts = (
  providerOf: (accountId: string) => Provider | undefined,
  label = 'Hub One',
  nudged: (scopes: readonly ScopeKey[]) => void = () => undefined,
): WatchedAccounts => ({
  get(accountId) {
    const provider = providerOf(accountId)
    return (
      provider && {
        account: makeAccount({ id: accountId, label }),
        provider,
        budget: freeBudget,
        nudge: (scopes = []) => nudged(scopes),
      }
    )
  },
})
