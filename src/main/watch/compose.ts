import { isDeepStrictEqual } from 'node:util'
import type { AccountConfig, ScopeKey } from '../../shared/account'
import type { Input, RequestsOf } from '../../shared/contract'
import { heartbeatBounds } from '../../shared/default-settings'
import { encodePatch } from '../../shared/replica'
import { ok } from '../../shared/result'
import { type Handlers, type Port, serve } from '../../shared/rpc'
import type { RosterRow } from '../../shared/session'
import type { Clock } from '../clock'
import { errorPlaces } from '../error-places'
import { ActionLog } from './actions/action-log'
import { Actions } from './actions/actions'
import { Bulk, bulkHandlers } from './actions/bulk'
import { History } from './history/history'
import { AccountWatch, type ChangeReason } from './monitor/account-watch'
import { Alerts } from './monitor/alerts'
import type { Halt } from './monitor/health'
import { HealthFeed } from './monitor/health-feed'
import { Roster, type RosterChange } from './monitor/roster'
import { encodeSnapshot } from './monitor/snapshot'
import type { BulkBudget, HeartbeatBudget, Provider } from './providers/provider'
import { testConnection } from './requests/connection-test'
import { curlHandlers } from './requests/curl'
import { lookupHandlers } from './requests/lookups'
import { personHandlers } from './requests/person'
import { scriptHandlers } from './requests/scripts'
import { sessionLogHandlers } from './requests/session-logs'
import { statisticsHandlers } from './requests/statistics'
import { terminalSessionHandlers } from './requests/terminal-sessions'
import { Details } from './sessions/details'
import { FoundSessions } from './sessions/found-sessions'
import { identitiesOf } from './sessions/identities'
import { OwnSessions } from './sessions/own-sessions'

/** A patch of more rows goes out as a snapshot, whose chunks the shell relays without reading them. */
const largestPatch = 5_000

/** Makes the provider of an account, with its budget. `label`: its name now. `proxy`: a URL, or `null`. `log`: masked lines. */
type CreateProvider = (
  account: AccountConfig,
  deps: { clock: Clock; label: () => string; proxy: string | null; log: (line: string) => void },
) => { provider: Provider; budget: HeartbeatBudget & BulkBudget }

/** All that the watch thread needs from outside. `random`: 0 to 1. */
type WatchDeps = {
  port: Port
  clock: Clock
  random: () => number
  createProvider: CreateProvider
  /** The embedded database's file. */
  historyFile: string
}

type Configuration = Input<'watch.configure'>

/** What does not need a new connection when it changes. */
const softly = (account: AccountConfig) => ({ ...account, label: '', notify: true, scopes: [] })

/** Serves the watch thread's part of the contract on `port`; answers with how to stop everything. */
export function composeWatch({ port, clock, random, createProvider, historyFile }: WatchDeps): () => void {
  const roster = new Roster(clock.now())
  const watches = new Map<string, { watch: AccountWatch; proxy: string | null }>()
  let intervalMs: number = heartbeatBounds.default
  let halt: Halt | null = null
  let lastCount = 0

  const log = (line: string) => emit('log.line', { level: 'info', text: line })
  const row = (key: string) => roster.get(key)
  const provider = (accountId: string) => watches.get(accountId)?.watch.provider
  const crashed = (what: string, cause: unknown) =>
    emit('log.line', { level: 'error', text: `${what}: ${errorPlaces(cause)}` })

  const alerts = new Alerts(clock, (alert) => emit('alert.raised', alert))
  const own = new OwnSessions<AccountConfig>((account, rows, silent) => alerts.arrived(account, rows, silent))
  const health = new HealthFeed(clock, (event) => emit('health.changed', event))
  const found = new FoundSessions()
  const details = new Details({ clock, row: (key) => row(key) ?? found.get(key), provider })
  const warn = (line: string) => emit('log.line', { level: 'warn', text: line })
  const history = new History({ file: historyFile, now: () => clock.now(), warn })
  const actionLog = new ActionLog({
    history,
    now: () => clock.now(),
    emit: (action) => {
      emit('action.changed', action)
      bulk.heard(action)
    },
    warn,
  })
  const identities = (row: RosterRow) => identitiesOf(row, details.known(row.key))
  const actions = new Actions({
    clock,
    row,
    found: (key) => found.get(key),
    provider,
    label: (accountId) => watches.get(accountId)?.watch.account.label ?? accountId,
    mark: (marks) => publish(roster.markDisconnecting(marks)),
    nudge: (accountId, scopes) => watches.get(accountId)?.watch.nudge(scopes),
    identities,
    log: actionLog,
  })
  const bulk = new Bulk({
    clock,
    row,
    found: (key) => found.get(key),
    rows: () => roster.rows(),
    provider,
    account: (accountId) => watches.get(accountId)?.watch,
    identities,
    disconnects: actions.disconnects,
    log: actionLog,
    emit: (batch) => emit('bulk.changed', batch),
  })

  function publish(change: RosterChange | null): void {
    if (!change) return
    const { patch } = change
    if (patch.upserts.length + patch.removes.length > largestPatch) sendSnapshot()
    else emit('roster.patch', encodePatch(patch))
    if (roster.size === lastCount) return
    lastCount = roster.size
    emit('roster.count', { live: lastCount })
  }

  function sendSnapshot(): void {
    for (const chunk of encodeSnapshot(roster.rows(), roster.size, roster.revision))
      emit('roster.chunk', chunk)
  }

  function rosterChanged(account: AccountConfig, change: RosterChange, reason: ChangeReason): void {
    publish(change)
    alerts.left(change.left)
    own.left(change.left)
    own.arrived(account, change.arrived, reason !== 'news')
    if (reason === 'dropped') actions.disconnects.unwatched(change.patch.removes)
    else actions.disconnects.left(change.left)
    actions.disconnects.arrived(change.arrived)
  }

  function startWatch(account: AccountConfig, proxy: string | null): void {
    const watch: AccountWatch = new AccountWatch({
      account,
      ...createProvider(account, { clock, label: () => watch.account.label, proxy, log }),
      clock,
      random,
      intervalMs: () => intervalMs,
      roster,
      listener: {
        rosterChanged: (change, reason) => rosterChanged(watch.account, change, reason),
        heartbeat: (scope, startedAt, complete) => {
          if (complete) actions.disconnects.swept(scope, startedAt)
        },
        healthChanged: (scope, read) => health.changed(scope, read),
        crashed: (cause) => crashed(`provider ${account.provider}`, cause),
      },
    })
    watches.set(account.id, { watch, proxy })
    watch.start(halt)
  }

  function stopWatch(id: string): void {
    forgetScopes(watches.get(id)?.watch.stop() ?? [])
    watches.delete(id)
    actions.unwatched(id)
    found.forget(id)
    alerts.silence(id)
  }

  function forgetScopes(scopes: readonly ScopeKey[]): void {
    for (const scope of scopes) health.removed(scope)
  }

  function configure({ accounts, proxies, ...settings }: Configuration): void {
    const wanted = new Map(
      accounts.filter((account) => account.enabled).map((account) => [account.id, account]),
    )
    const faster = settings.heartbeatIntervalMs < intervalMs
    intervalMs = Math.max(heartbeatBounds.min, settings.heartbeatIntervalMs)
    for (const id of [...watches.keys()]) if (!wanted.has(id)) stopWatch(id)
    for (const account of wanted.values()) {
      const proxy = proxies[account.id] ?? null
      const known = watches.get(account.id)
      if (known && known.proxy === proxy && isDeepStrictEqual(softly(known.watch.account), softly(account))) {
        forgetScopes(known.watch.update(account))
        if (!account.notify) alerts.silence(account.id)
        // What is scheduled was by the old interval, which may be minutes away.
        if (faster) known.watch.nudge()
        continue
      }
      if (known) stopWatch(account.id)
      startWatch(account, proxy)
    }
  }

  const handlers: Handlers<RequestsOf<'watch'>> = {
    'roster.subscribe': () => {
      sendSnapshot()
      return ok({ revision: roster.revision })
    },
    'health.list': () => ok([...watches.values()].flatMap(({ watch }) => watch.health())),
    'heartbeat.now': ({ accountId }) => {
      for (const [id, { watch }] of watches) if (accountId === null || accountId === id) watch.nudge()
      return ok(undefined)
    },
    'session.details': ({ key }) => details.get(key),
    'session.message': ({ key, message }) => actions.message(key, message),
    'session.disconnect': ({ key }) => actions.disconnect(key),
    'action.list': () => ok(actionLog.list()),
    'log.search': (query) => actionLog.search(query),
    'log.problem': () => ok(actionLog.problem()),
    ...bulkHandlers(bulk),
    ...scriptHandlers({ clock, log: actionLog, find: (accountId) => watches.get(accountId)?.watch }),
    ...lookupHandlers(provider, found, (payload) => emit('lookup.progress', payload)),
    ...personHandlers({
      rows: () => roster.rows(),
      row,
      found: (key) => found.get(key),
      detailsHolding: (value) => details.holding(value),
      identities: (each) => identitiesOf(each, details.known(each.key)),
      actionsOf: (values) => actionLog.byIdentity(values),
      accounts: () =>
        Array.from(watches.values(), ({ watch }) => ({ account: watch.account, health: watch.health() })),
    }),
    ...sessionLogHandlers(() => [...watches.values()].map(({ watch }) => watch)),
    ...statisticsHandlers(provider),
    ...curlHandlers({
      clock,
      row: (key) => row(key) ?? found.get(key),
      account: (accountId) => watches.get(accountId)?.watch.account,
      scope: (key) =>
        [...watches.values()].flatMap(({ watch }) => watch.health()).find((health) => health.key === key),
    }),
    ...terminalSessionHandlers({
      clock,
      log: actionLog,
      find: (accountId) => watches.get(accountId)?.watch,
      own,
      identities: (key) => {
        const known = row(key)
        return known ? identities(known) : []
      },
    }),
    'watch.configure': (configuration) => {
      configure(configuration)
      return ok(undefined)
    },
    'watch.test': ({ account, proxy }) =>
      testConnection(account, createProvider(account, { clock, label: () => account.label, proxy, log })),
    'watch.set': ({ paused, suspended, mutedUntil }) => {
      alerts.mute(mutedUntil)
      halt = suspended ? 'suspended' : paused ? 'paused' : null
      for (const { watch } of watches.values()) watch.setHalt(halt)
      return ok(undefined)
    },
  }

  const { emit, stop } = serve(port, handlers, (name, cause) => crashed(`request ${name}`, cause))
  return () => {
    stop()
    bulk.abandon()
    for (const id of [...watches.keys()]) stopWatch(id)
    history.close()
  }
}
