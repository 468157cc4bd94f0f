import { randomUUID } from 'node:crypto'
import type { AccountConfig } from '../../../shared/account'
import type { Alert } from '../../../shared/alert'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { scopeHealthText } from '../../../shared/text/scope-health'
import type { Clock } from '../../clock'
import { backWithinMs, userIdentity, userLabel } from '../sessions/user'

/** Shortest time between two notifications of an account, ms. */
const quietMs = 60_000
/** Session keys per alert; a click shows the first session that is still there. */
const keysPerAlert = 50

/** What an alert says about its account. */
export type AlertAccount = Pick<AccountConfig, 'id' | 'label' | 'provider' | 'notify'>

type AccountState = {
  account: AlertAccount
  /** When it notified last, monotonic ms. */
  lastMs: number | null
  /** Came while the account was quiet, and still there. */
  waiting: Map<SessionKey, RosterRow>
  cancelDigest: (() => void) | null
}

/**
 * Decides which arrivals a person should hear of, and when. Needs every arrival and departure, so that it knows who is
 * back.
 */
export class Alerts {
  readonly #clock: Clock
  readonly #emit: (alert: Alert) => void
  readonly #accounts = new Map<string, AccountState>()
  /** The user of every live session, and how many live sessions each user has. */
  readonly #userOf = new Map<SessionKey, string>()
  readonly #present = new Map<string, number>()
  /** When a user's last session left, monotonic ms, oldest first. */
  readonly #leftMs = new Map<string, number>()
  #muted = false

  constructor(clock: Clock, emit: (alert: Alert) => void) {
    this.#clock = clock
    this.#emit = emit
  }

  /** No notification while it is on, nor later about arrivals of that time. */
  mute(muted: boolean): void {
    this.#muted = muted
    if (!muted) return
    for (const state of this.#accounts.values()) this.#dropWaiting(state)
  }

  /** `silent`: the first success of a scope, whose sessions are not news. */
  arrived(account: AlertAccount, rows: readonly RosterRow[], silent: boolean): void {
    this.#forgetLongGone()
    const news = rows.filter((row) => this.#enter(row))
    if (silent || !account.notify || this.#muted || news.length === 0) return
    const state = this.#stateOf(account)
    for (const row of news) state.waiting.set(row.key, row)
    if (state.cancelDigest) return
    const waitMs = state.lastMs === null ? 0 : state.lastMs + quietMs - this.#clock.monotonicMs()
    if (waitMs <= 0) this.#flush(state)
    else state.cancelDigest = this.#clock.schedule(waitMs, () => this.#flush(state))
  }

  /** Rows that left the roster, for whatever reason. */
  left(rows: readonly RosterRow[]): void {
    for (const row of rows) {
      this.#accounts.get(row.accountId)?.waiting.delete(row.key)
      const user = this.#userOf.get(row.key)
      if (user === undefined) continue
      this.#userOf.delete(row.key)
      const others = (this.#present.get(user) ?? 1) - 1
      if (others > 0) {
        this.#present.set(user, others)
        continue
      }
      this.#present.delete(user)
      this.#leftMs.delete(user)
      this.#leftMs.set(user, this.#clock.monotonicMs())
    }
  }

  /** Drops the waiting arrivals of an account that is switched off or no longer watched, but not its last time of notifying. */
  silence(accountId: string): void {
    const state = this.#accounts.get(accountId)
    if (state) this.#dropWaiting(state)
  }

  /** Whether the row's user is new: not here already, and not here within the last minutes. */
  #enter(row: RosterRow): boolean {
    const user = userIdentity(row)
    const present = this.#present.get(user) ?? 0
    const back = this.#leftMs.delete(user)
    this.#userOf.set(row.key, user)
    this.#present.set(user, present + 1)
    return present === 0 && !back
  }

  #forgetLongGone(): void {
    const oldest = this.#clock.monotonicMs() - backWithinMs
    for (const [user, at] of this.#leftMs) {
      if (at >= oldest) return
      this.#leftMs.delete(user)
    }
  }

  #stateOf(account: AlertAccount): AccountState {
    const known = this.#accounts.get(account.id)
    if (known) {
      known.account = account
      return known
    }
    const state: AccountState = { account, lastMs: null, waiting: new Map(), cancelDigest: null }
    this.#accounts.set(account.id, state)
    return state
  }

  #dropWaiting(state: AccountState): void {
    state.cancelDigest?.()
    state.cancelDigest = null
    state.waiting.clear()
  }

  #flush(state: AccountState): void {
    const rows = [...state.waiting.values()]
    const { account } = state
    this.#dropWaiting(state)
    const [first] = rows
    if (!first) return
    state.lastMs = this.#clock.monotonicMs()
    const namelessTitle =
      rows.length === 1 ? scopeHealthText.newSession : scopeHealthText.newSessions(rows.length)
    this.#emit({
      id: randomUUID(),
      accountId: account.id,
      at: this.#clock.now(),
      title: rows.length === 1 ? scopeHealthText.isOnline(userLabel(first)) : namelessTitle,
      namelessTitle,
      body: `${providerCatalog[account.provider].name} · ${account.label}`,
      sessionKeys: rows.slice(-keysPerAlert).map((row) => row.key),
    })
  }
}
