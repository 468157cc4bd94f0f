import type { AccountConfig } from '../../shared/account'
import type { EventName, Payload } from '../../shared/contract'
import { type Port, serve } from '../../shared/rpc'
import type { RosterRow } from '../../shared/session'
import type { Clock } from '../clock'
import { errorPlaces } from '../error-places'
import { ActionLog } from './actions/action-log'
import { Actions } from './actions/actions'
import { Bulk } from './actions/bulk'
import { History } from './history/history'
import { ListWindow } from './lists/list-window'
import { RememberedSessions } from './lists/remembered-sessions'
import { WatchedContext } from './lists/watched-context'
import { Alerts } from './monitor/alerts'
import { HealthFeed } from './monitor/health-feed'
import { Roster } from './monitor/roster'
import { RosterTotal } from './monitor/roster-total'
import { type Connect, type Connected, Watches } from './monitor/watches'
import { type WatchParts, watchHandlers } from './requests/handlers'
import { Details } from './sessions/details'
import { FoundSessions } from './sessions/found-sessions'
import { identitiesOf } from './sessions/identities'
import { OwnSessions } from './sessions/own-sessions'

/** Makes the provider of an account, with its budget. `label`: its name now. `proxy`: a URL, or `null`. `log`: masked lines. */
type CreateProvider = (
  account: AccountConfig,
  deps: { clock: Clock; label: () => string; proxy: string | null; log: (line: string) => void },
) => Connected

/** All that the watch thread needs from outside. `random`: 0 to 1. */
type WatchDeps = {
  port: Port
  clock: Clock
  random: () => number
  createProvider: CreateProvider
  /** The embedded database's file. */
  historyFile: string
}

/** The way out to the window and the shell. */
type Outlet = Pick<WatchParts, 'emit'> & {
  log(level: 'info' | 'warn' | 'error', text: string): void
  crashed(what: string, cause: unknown): void
}

/** Serves the watch thread's part of the contract on `port`; answers with how to stop everything. */
export function composeWatch(deps: WatchDeps): () => void {
  const emit = <E extends EventName>(name: E, payload: Payload<E>) => server.emit(name, payload)
  const log: Outlet['log'] = (level, text) => emit('log.line', { level, text })
  const crashed = (what: string, cause: unknown) => log('error', `${what}: ${errorPlaces(cause)}`)
  const history = new History({
    file: deps.historyFile,
    now: () => deps.clock.now(),
    warn: (line) => log('warn', line),
  })
  const parts = composeParts(deps, history, { emit, log, crashed })
  const server = serve(deps.port, watchHandlers(parts), (name, cause) => crashed(`request ${name}`, cause))
  return () => {
    server.stop()
    parts.bulk.abandon()
    parts.watches.stop()
    parts.list.stop()
    history.close()
  }
}

/** Makes the parts and tells each what the others find. */
function composeParts(deps: WatchDeps, history: History, { emit, log, crashed }: Outlet): WatchParts {
  const { clock, random } = deps
  const connect: Connect = (account, proxy, label) =>
    deps.createProvider(account, { clock, label, proxy, log: (line) => log('info', line) })

  const roster = new Roster(clock.now())
  const list: ListWindow = new ListWindow({
    clock,
    roster,
    readContext: () => context.read(),
    emit: (update) => emit('list.changed', { json: JSON.stringify(update) }),
  })
  const remembered = new RememberedSessions()
  const total = new RosterTotal((live) => emit('roster.count', { live }))
  const health = new HealthFeed(clock, (event) => {
    emit('health.changed', event)
    context.changed()
    list.contextChanged()
  })
  const alerts = new Alerts(clock, (alert) => emit('alert.raised', alert))
  const own = new OwnSessions<AccountConfig>((account, rows, silent) => alerts.arrived(account, rows, silent))
  const watches = new Watches({
    clock,
    random,
    roster,
    connect,
    listener: {
      rosterChanged(account, change, reason) {
        total.set(roster.size)
        list.rosterChanged(change, reason !== 'dropped')
        alerts.left(change.left)
        own.left(change.left)
        own.arrived(account, change.arrived, reason !== 'news')
        if (reason === 'dropped') actions.disconnects.unwatched(change.patch.removes)
        else actions.disconnects.left(change.left)
        actions.disconnects.arrived(change.arrived)
      },
      swept: (scope, startedAt) => actions.disconnects.swept(scope, startedAt),
      healthChanged: (scope, read) => health.changed(scope, read),
      scopeRemoved: (scope) => health.removed(scope),
      unreachable: (accountId) => emit('watch.unreachable', { accountId }),
      updated(account) {
        context.changed()
        list.contextChanged()
        if (!account.notify) alerts.silence(account.id)
      },
      stopped(accountId) {
        actions.disconnects.accountUnwatched(accountId)
        found.forget(accountId)
        alerts.silence(accountId)
      },
      crashed: (account, cause) => crashed(`provider ${account.provider}`, cause),
    },
  })
  const context = new WatchedContext(watches)
  const provider = (accountId: string) => watches.get(accountId)?.provider

  const found = new FoundSessions()
  const sessionOf: WatchParts['sessionOf'] = (key) => roster.get(key) ?? found.get(key)
  const details = new Details({ clock, row: sessionOf, provider })
  const identities = (row: RosterRow) => identitiesOf(row, details.known(row.key))

  const actionLog = new ActionLog({
    history,
    emit(action) {
      emit('action.changed', action)
      bulk.heard(action)
    },
    warn: (line) => log('warn', line),
    schedule: (delayMs, run) => clock.schedule(delayMs, run),
  })
  const acting = {
    clock,
    row: (key: string) => roster.get(key),
    found: (key: string) => found.get(key),
    questionOf: (key: string) => found.questionOf(key),
    provider,
    identities,
    log: actionLog,
  }
  const actions = new Actions({
    ...acting,
    label: (accountId) => watches.get(accountId)?.account.label ?? accountId,
    mark: (marks) => {
      const change = roster.markDisconnecting(marks)
      if (change) list.rosterChanged(change, true)
    },
    nudge: (accountId, scopes) => watches.get(accountId)?.nudge(scopes),
  })
  const bulk = new Bulk({
    ...acting,
    rows: () => roster.rows(),
    remembered: (name) => remembered.get(name),
    account: (accountId) => watches.get(accountId),
    disconnects: actions.disconnects,
    emit: (batch) => emit('bulk.changed', batch),
  })
  return {
    clock,
    emit,
    connect,
    watches,
    roster,
    list,
    remembered,
    alerts,
    details,
    found,
    own,
    actions,
    bulk,
    actionLog,
    sessionOf,
    identities,
  }
}
