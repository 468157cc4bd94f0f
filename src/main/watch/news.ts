import type { AccountConfig, ScopeKey } from '../../shared/account'
import type { ScopeHealth } from '../../shared/health'
import type { Disconnects } from './actions/disconnects'
import type { ListWindow } from './lists/list-window'
import type { WatchedContext } from './lists/watched-context'
import type { Alerts } from './monitor/alerts'
import type { HealthFeed } from './monitor/health-feed'
import type { RosterChange } from './monitor/roster'
import type { RosterTotal } from './monitor/roster-total'
import type { ChangeReason, WatchListener } from './monitor/watch-listener'
import type { Outlet } from './outlet'
import type { FoundSessions } from './sessions/found-sessions'
import type { OwnSessions } from './sessions/own-sessions'

/** The receivers of what the monitor sees. */
type Hearers = {
  total: RosterTotal
  list: ListWindow
  context: WatchedContext
  health: HealthFeed
  alerts: Alerts
  own: OwnSessions<AccountConfig>
  found: FoundSessions
  disconnects: Disconnects
  outlet: Outlet
}

/** Passes on what the monitor sees, to each part that needs it and in the order that they need. */
export class News implements WatchListener {
  readonly #to: Hearers

  constructor(hearers: Hearers) {
    this.#to = hearers
  }

  /**
   * The list first: disconnects may change the roster again, and the list must get changes in their order.
   * Departures before arrivals: who left and came within one answer is somebody who is back, for alerts as for
   * disconnects. Alerts get arrivals from `own`, which holds back the sessions that we created.
   */
  rosterChanged(account: AccountConfig, change: RosterChange, reason: ChangeReason): void {
    const { total, list, alerts, own, disconnects } = this.#to
    total.changed()
    list.rosterChanged(change, reason !== 'dropped')
    alerts.left(change.left)
    own.left(change.left)
    own.arrived(account, change.arrived, reason !== 'news')
    // Rows of a scope that is no longer watched need not have left.
    if (reason === 'dropped') disconnects.unwatched(change.patch.removes)
    else disconnects.left(change.left)
    disconnects.arrived(change.arrived)
  }

  swept(scope: ScopeKey, startedMs: number): void {
    this.#to.disconnects.swept(scope, startedMs)
  }

  healthChanged(scope: ScopeKey, read: () => ScopeHealth): void {
    this.#to.health.changed(scope, read)
  }

  scopeRemoved(scope: ScopeKey): void {
    this.#to.health.removed(scope)
  }

  unreachable({ id }: AccountConfig): void {
    this.#to.outlet.emit('watch.unreachable', { accountId: id })
  }

  updated(account: AccountConfig): void {
    this.#to.context.changed()
    this.#to.list.contextChanged()
    if (!account.notify) this.#to.alerts.silence(account.id)
  }

  stopped(accountId: string): void {
    const { disconnects, found, alerts } = this.#to
    disconnects.accountUnwatched(accountId)
    found.forget(accountId)
    alerts.silence(accountId)
  }

  crashed({ provider }: AccountConfig, cause: unknown): void {
    this.#to.outlet.crashed(`provider ${provider}`, cause)
  }
}
