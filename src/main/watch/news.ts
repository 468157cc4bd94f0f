import type { AccountConfig, ScopeKey } from '../../shared/account'
import type { ScopeHealth } from '../../shared/health'
import type { Disconnects } from './actions/disconnects'
import type { Alerts } from './monitor/alerts'
import type { HealthFeed } from './monitor/health-feed'
import type { RosterChange } from './monitor/roster'
import type { RosterFeed } from './monitor/roster-feed'
import type { ChangeReason, WatchListener } from './monitor/watch-listener'
import type { Outlet } from './outlet'
import type { FoundSessions } from './sessions/found-sessions'
import type { OwnSessions } from './sessions/own-sessions'

/** Who hears what the monitor sees. */
type Hearers = {
  feed: RosterFeed
  health: HealthFeed
  alerts: Alerts
  own: OwnSessions<AccountConfig>
  found: FoundSessions
  disconnects: Disconnects
  outlet: Outlet
}

/** Passes on what the monitor sees, to each who needs it and in the order that they need. */
export class News implements WatchListener {
  readonly #to: Hearers

  constructor(hearers: Hearers) {
    this.#to = hearers
  }

  /**
   * The feed first: disconnects may change the roster again, and its patches go out in the order of their revisions.
   * Departures before arrivals: who left and came within one answer is somebody who is back, for alerts as for
   * disconnects. Alerts hear of arrivals from `own`, which keeps the sessions that we created to itself.
   */
  rosterChanged(account: AccountConfig, change: RosterChange, reason: ChangeReason): void {
    const { feed, alerts, own, disconnects } = this.#to
    feed.publish(change)
    alerts.left(change.left)
    own.left(change.left)
    own.arrived(account, change.arrived, reason !== 'news')
    // Rows of a scope that is no longer watched did not leave: nobody can tell.
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
