import { ActionLog } from '../../../../../src/main/watch/actions/action-log'
import { Bulk } from '../../../../../src/main/watch/actions/bulk'
import { Disconnects } from '../../../../../src/main/watch/actions/disconnects'
import { History } from '../../../../../src/main/watch/history/history'
import { RememberedSessions } from '../../../../../src/main/watch/lists/remembered-sessions'
import { Roster } from '../../../../../src/main/watch/monitor/roster'
import type { Departure, Provider } from '../../../../../src/main/watch/providers/provider'
import { RateBudget } from '../../../../../src/main/watch/providers/rate-budget'
import type { RateWindow } from '../../../../../src/main/watch/providers/rate-window'
import { FoundSessions } from '../../../../../src/main/watch/sessions/found-sessions'
import { KnownSessions } from '../../../../../src/main/watch/sessions/known-sessions'
import { type Scope, scopeKey } from '../../../../../src/shared/account'
import type { Action } from '../../../../../src/shared/action'
import type { Batch, BulkDraft } from '../../../../../src/shared/bulk'
import { type AppError, err, ok, type Result } from '../../../../../src/shared/result'
import type { Session } from '../../../../../src/shared/session'
import { createFakeClock } from '../../../../harness/fake-clock'
import { createFakeProvider, type makeAccount } from '../fakes'

/** A request that reached a service: for whom, when, and what the log said of its actions at that moment. */
type Hit = {
  what: string
  ids: string[]
  at: number
  logged: string[]
  answer: AppError['kind'] | 'ok'
}

/** What a service does with a request for these sessions, after so many ms. */
export type Behave = (ids: readonly string[], times: number) => { error: AppError | null; afterMs: number }

export const refused: AppError = {
  kind: 'refused',
  status: 400,
  code: null,
  details: '',
  message: 'You cannot manage this session.',
}
export const lost: AppError = { kind: 'outcome-unknown', message: 'No answer in 15 s.' }
export const tooMany = (retryAfterMs: number | null): AppError => ({
  kind: 'rate-limited',
  retryAfterMs,
  message: 'Too many requests.',
})

/** An account at a service that counts what reaches it, with the real budget. */
type DeskAccount = {
  account: ReturnType<typeof makeAccount>
  windows: readonly RateWindow[]
  behave: Behave
  /** Whether it has LuaAuth's request for many. */
  many?: boolean
  /** Whether it has LuaProt's requests for a whole hub. */
  whole?: boolean
}

const cancelled: AppError = { kind: 'cancelled', message: 'Withdrawn before anything was sent.' }

/** Bulk actions over a real roster, a real log and real budgets; only the services and time are made up. */
export function setUpBulk(file: string, accounts: readonly DeskAccount[], online: readonly Session[]) {
  const clock = createFakeClock()
  const start = clock.monotonicMs()
  const roster = new Roster()
  const warnings: string[] = []
  const history = new History({ file, now: () => clock.now(), warn: (line) => warnings.push(line) })
  const heard: Action[] = []
  const latest = new Map<string, Action>()
  const batches: Batch[] = []
  /** Whom the services have disconnected, by key. */
  const cut = new Set<string>()
  const hits = new Map<string, Hit[]>(accounts.map(({ account }) => [account.id, []]))
  const log = new ActionLog({
    history,
    warn: (line) => warnings.push(line),
    schedule: (delayMs, run) => clock.schedule(delayMs, run),
    emit: (action) => {
      heard.push(action)
      if (action.sessionKey) latest.set(`${action.kind} ${action.sessionKey}`, action)
      bulk.actionChanged(action)
    },
  })

  const serviceOf = ({ account, windows, behave, many, whole }: DeskAccount) => {
    const budget: RateBudget = new RateBudget(clock, windows)
    const times = new Map<string, number>()
    /** As the real client does: wait for the turn, ask whether it leaves, then it is on the wire. */
    const ask = async (
      what: string,
      ids: string[],
      departure: Departure | undefined,
      listed = ids,
    ): Promise<Result<void>> => {
      const never = new AbortController().signal
      const turn = await budget.take(departure ? 'bulk' : 'action', departure?.signal ?? never)
      if (!turn.ok) return turn
      if (departure?.leaves() === false) return err(cancelled)
      const name = ids.join()
      const time = (times.get(name) ?? 0) + 1
      times.set(name, time)
      const { error, afterMs } = behave(ids, time)
      const kind = what.startsWith('message') ? 'message' : 'disconnect'
      const logged = listed.map((id) => latest.get(`${kind} ${account.id}:${id}`)?.outcome.kind ?? 'nothing')
      hits
        .get(account.id)
        ?.push({ what, ids, at: clock.monotonicMs() - start, logged, answer: error?.kind ?? 'ok' })
      await new Promise<void>((resolve) => clock.schedule(afterMs, resolve))
      const isDone = error === null || error.kind === 'outcome-unknown'
      if (kind === 'disconnect' && isDone) for (const id of listed) cut.add(`${account.id}:${id}`)
      if (error?.kind === 'rate-limited' && error.retryAfterMs !== null) budget.block(error.retryAfterMs)
      return error ? err(error) : ok(undefined)
    }
    const idsOf = (scope: Scope) =>
      [...roster.rows()]
        .filter(({ scopes }) => scopes.includes(scopeKey(account.id, scope)))
        .map(({ id }) => id)
    const anybody = (result: Result<void>) => (result.ok ? ok({ anybody: true }) : result)
    const provider: Provider = {
      ...createFakeProvider(),
      isLive: async ({ key }) => ok(!cut.has(key)),
      async message(session, message, departure) {
        const what = message.kind === 'text' ? `message ${message.text}` : `message ${message.handler}`
        const result = await ask(what, [session.id], departure)
        return result.ok ? ok({ kind: 'delivered' }) : result
      },
      disconnect: (session, departure) => ask('disconnect', [session.id], departure),
      ...(many && {
        disconnectMany: (sessions: readonly Session[], departure: Departure) =>
          ask(
            'disconnect many',
            sessions.map(({ id }) => id),
            departure,
          ),
      }),
      ...(whole && {
        wholeScope: (scope: Scope) =>
          scope.kind === 'hub'
            ? {
                message: async (text: string, departure: Departure) =>
                  anybody(await ask(`message all ${text}`, [], departure, idsOf(scope))),
                disconnect: async (departure: Departure) =>
                  anybody(await ask('disconnect all', [], departure, idsOf(scope))),
              }
            : null,
      }),
    }
    return { account, provider, budget, nudge: () => undefined }
  }
  const found = new FoundSessions()
  const watched = new Map(accounts.map((each) => [each.account.id, serviceOf(each)]))
  const acting = { clock, sessions: new KnownSessions(roster, found), accounts: watched, log }
  const disconnects = new Disconnects(acting, {
    markDisconnecting: (marks) => roster.markDisconnecting(marks),
  })
  const remembered = new RememberedSessions()
  const bulk = new Bulk({
    ...acting,
    remembered,
    details: { identities: () => [] },
    disconnects,
    emit: (batch) => batches.push(batch),
  })
  /** One complete heartbeat of every scope of an account. */
  const heartbeat = (accountId: string, sessions: readonly Session[]) => {
    const known = watched.get(accountId)
    for (const scope of known?.account.scopes ?? []) {
      const listed = { sessions, at: clock.now(), begins: true, completes: true, sweepsUntilGone: 1 as const }
      const change = roster.apply(scopeKey(accountId, scope), listed)
      disconnects.left(change?.left ?? [])
      disconnects.arrived(change?.arrived ?? [])
      disconnects.swept(scopeKey(accountId, scope), clock.monotonicMs())
    }
  }
  for (const { account } of accounts)
    heartbeat(
      account.id,
      online.filter(({ accountId }) => accountId === account.id),
    )
  /** Moves time, with a heartbeat of every account every 20 s. */
  const live = async (ms: number) => {
    for (let left = ms; left > 0; left -= 20_000) {
      await clock.advance(Math.min(left, 20_000))
      for (const id of watched.keys())
        heartbeat(
          id,
          online.filter(({ key, accountId }) => accountId === id && !cut.has(key)),
        )
    }
  }
  /** Previews and starts; the confirmation is typed as the preview wants it. */
  const begin = (draft: BulkDraft, reason: string | null = null) => {
    const preview = bulk.preview(draft)
    if (!preview.ok) throw new Error(preview.error.message)
    const { planId, confirmation } = preview.value
    const batch = bulk.start({ planId, confirmation, reason })
    if (!batch.ok) throw new Error(batch.error.message)
    return batch.value.id
  }
  const batch = (id: string) => {
    const all = bulk.list()
    const found = all.ok ? all.value.find((each) => each.id === id) : undefined
    if (!found) throw new Error('no such bulk action')
    return found
  }
  const items = (id: string) => {
    const found = bulk.items(id)
    return found.ok ? found.value : []
  }
  return {
    clock,
    roster,
    bulk,
    remembered,
    disconnects,
    history,
    log,
    heard,
    batches,
    warnings,
    watched,
    found,
    heartbeat,
    live,
    begin,
    batch,
    items,
    hits: (accountId: string) => hits.get(accountId) ?? [],
    unwatch: (accountId: string) => watched.delete(accountId),
    outcomes: (id: string) => items(id).map(({ outcome }) => outcome.kind),
  }
}
