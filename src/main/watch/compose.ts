import type { AccountConfig } from '../../shared/account'
import { type Port, serve } from '../../shared/rpc'
import type { Clock } from '../clock'
import { ActionLog } from './actions/action-log'
import { Actions } from './actions/actions'
import { Bulk } from './actions/bulk'
import { Disconnects } from './actions/disconnects'
import { History } from './history/history'
import { ListWindow } from './lists/list-window'
import { RememberedSessions } from './lists/remembered-sessions'
import { WatchedContext } from './lists/watched-context'
import type { Connected } from './monitor/account-watch'
import { Alerts } from './monitor/alerts'
import { HealthFeed } from './monitor/health-feed'
import { type Connect, Monitor } from './monitor/monitor'
import { Roster } from './monitor/roster'
import { RosterTotal } from './monitor/roster-total'
import { News } from './news'
import { Outlet } from './outlet'
import { type WatchParts, watchHandlers } from './requests/handlers'
import { Details } from './sessions/details'
import { FoundSessions } from './sessions/found-sessions'
import { KnownSessions } from './sessions/known-sessions'
import { OwnSessions } from './sessions/own-sessions'

/** Makes the provider of an account, with its budget. `label`: its name now. `proxy`: a URL, or `null`. `log`: masked lines. */
type CreateProvider = (
  account: AccountConfig,
  deps: { clock: Clock; label: () => string; proxy: string | null; log: (line: string) => void },
) => Connected

/** All that the watch thread depends on. `random`: 0 to 1. */
type WatchDeps = {
  port: Port
  clock: Clock
  random: () => number
  createProvider: CreateProvider
  /** The embedded database's file. */
  historyFile: string
}

/** The watch thread, at work. */
type Watching = {
  /** Tells the health of everything anew, in the language of the moment. */
  tellHealth(): void
  stop(): void
}

/** Serves the watch thread's part of the contract on `port`. */
export function composeWatch(deps: WatchDeps): Watching {
  const outlet = new Outlet((name, payload) => server.emit(name, payload))
  const history = new History({
    file: deps.historyFile,
    now: () => deps.clock.now(),
    warn: (line) => outlet.log('warn', line),
  })
  const parts = composeParts(deps, history, outlet)
  const server = serve(deps.port, watchHandlers(parts), (name, cause) =>
    outlet.crashed(`request ${name}`, cause),
  )
  return {
    tellHealth: () => parts.monitor.tellHealth(),
    stop() {
      server.stop()
      parts.bulk.abandon()
      parts.monitor.stop()
      parts.list.stop()
      history.close()
    },
  }
}

/** Makes the parts, each from those that it depends on, and passes what the monitor sees to them. */
function composeParts(deps: WatchDeps, history: History, outlet: Outlet): WatchParts {
  const { clock, random } = deps
  const { emit } = outlet
  const connect: Connect = (account, proxy, label) =>
    deps.createProvider(account, { clock, label, proxy, log: (line) => outlet.log('info', line) })

  const roster = new Roster()
  const list: ListWindow = new ListWindow({
    clock,
    roster,
    readContext: () => context.read(),
    emit: (update) => emit('list.changed', { json: JSON.stringify(update) }),
  })
  const remembered = new RememberedSessions()
  const total = new RosterTotal(roster, (live) => emit('roster.count', { live }))
  const health = new HealthFeed(clock, (event) => {
    emit('health.changed', event)
    context.changed()
    list.contextChanged()
  })
  const alerts = new Alerts(clock, (alert) => emit('alert.raised', alert))
  const own = new OwnSessions<AccountConfig>((account, rows, silent) => alerts.arrived(account, rows, silent))
  const monitor = new Monitor({ clock, random, roster, connect })
  const context = new WatchedContext(monitor)

  const found = new FoundSessions()
  const sessions = new KnownSessions(roster, found)
  const details = new Details(clock, sessions, monitor)
  const actionLog = new ActionLog({
    history,
    emit(action) {
      emit('action.changed', action)
      bulk.actionChanged(action)
    },
    warn: (line) => outlet.log('warn', line),
    schedule: (delayMs, run) => clock.schedule(delayMs, run),
  })
  const acting = { clock, sessions, accounts: monitor, log: actionLog }
  const disconnects = new Disconnects(acting, list)
  const actions = new Actions(acting, details, disconnects)
  const bulk = new Bulk({
    ...acting,
    remembered,
    disconnects,
    details,
    emit: (batch) => emit('bulk.changed', batch),
  })
  monitor.listen(new News({ total, list, context, health, alerts, own, found, disconnects, outlet }))
  return {
    clock,
    emit,
    connect,
    monitor,
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
    sessions,
  }
}
