import type { AccountConfig } from '../../../shared/account'
import type { EventName, Payload, RequestsOf } from '../../../shared/contract'
import { ok } from '../../../shared/result'
import type { Handlers } from '../../../shared/rpc'
import type { Clock } from '../../clock'
import type { ActionLog } from '../actions/action-log'
import type { Actions } from '../actions/actions'
import type { Bulk } from '../actions/bulk'
import type { ListWindow } from '../lists/list-window'
import type { RememberedSessions } from '../lists/remembered-sessions'
import type { Alerts } from '../monitor/alerts'
import type { Connect, Monitor } from '../monitor/monitor'
import type { Roster } from '../monitor/roster'
import type { Details } from '../sessions/details'
import type { FoundSessions } from '../sessions/found-sessions'
import type { KnownSessions } from '../sessions/known-sessions'
import type { OwnSessions } from '../sessions/own-sessions'
import { testConnection } from './connection-test'
import { curlHandlers } from './curl'
import { listHandlers } from './lists'
import { lookupHandlers } from './lookups'
import { personHandlers } from './person'
import { scriptHandlers } from './scripts'
import { sessionLogHandlers } from './session-logs'
import { statisticsHandlers } from './statistics'
import { terminalSessionHandlers } from './terminal-sessions'

/** The parts of the watch thread that answer requests. */
export type WatchParts = {
  clock: Clock
  emit: <E extends EventName>(name: E, payload: Payload<E>) => void
  connect: Connect
  monitor: Monitor
  roster: Roster
  list: ListWindow
  remembered: RememberedSessions
  alerts: Alerts
  details: Details
  found: FoundSessions
  own: OwnSessions<AccountConfig>
  actions: Actions
  bulk: Bulk
  actionLog: ActionLog
  sessions: KnownSessions
}

/** The watch thread's answers to all its requests. */
export function watchHandlers(parts: WatchParts): Handlers<RequestsOf<'watch'>> {
  const { clock, monitor, roster, sessions, alerts, details, found, actions, bulk, actionLog } = parts
  const watched = (accountId: string) => monitor.get(accountId)
  const provider = (accountId: string) => watched(accountId)?.provider
  return {
    ...listHandlers({
      roster,
      list: parts.list,
      remembered: parts.remembered,
      sessions,
      providerOf: (accountId) => watched(accountId)?.account.provider,
    }),
    'health.list': () => ok(monitor.health()),
    'heartbeat.now': ({ accountId }) => {
      monitor.nudge(accountId)
      return ok(undefined)
    },
    'session.details': ({ key }) => details.get(key),
    'session.message': ({ key, message }) => actions.message(key, message),
    'session.disconnect': ({ key }) => actions.disconnect(key),
    'action.about': ({ key }) => ok(actionLog.about(key)),
    'log.search': (query) => actionLog.search(query),
    'log.problem': () => ok(actionLog.problem()),
    'bulk.preview': (draft) => bulk.preview(draft),
    'bulk.start': (input) => bulk.startInTurns(input),
    'bulk.control': (input) => bulk.control(input),
    'bulk.items': ({ id }) => bulk.items(id),
    'bulk.messages': ({ id }) => bulk.messages(id),
    'log.batches': () => bulk.list(),
    ...scriptHandlers({ clock, log: actionLog, find: watched }),
    ...lookupHandlers(provider, found, (payload) => parts.emit('lookup.progress', payload)),
    ...personHandlers({ roster, found, details, actionLog, monitor, clock }),
    ...sessionLogHandlers(() => monitor.all()),
    ...statisticsHandlers(provider),
    ...curlHandlers(clock, sessions, monitor, bulk),
    ...terminalSessionHandlers({
      clock,
      log: actionLog,
      find: watched,
      own: parts.own,
      identities: (key) => {
        const row = roster.get(key)
        return row ? details.identities(row) : []
      },
    }),
    'watch.configure': (configuration) => {
      monitor.configure(configuration)
      return ok(undefined)
    },
    'watch.test': ({ account, proxy }) =>
      testConnection(
        account,
        parts.connect(account, proxy, () => account.label),
      ),
    'watch.set': ({ paused, suspended, muted }) => {
      alerts.mute(muted)
      monitor.setHalt(suspended ? 'suspended' : paused ? 'paused' : null)
      return ok(undefined)
    },
  }
}
