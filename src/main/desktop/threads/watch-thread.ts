import type { EventName, WatchState } from '../../../shared/contract'
import { type EventHandlers, handleEvent } from '../../../shared/event-handlers'
import { systemClock } from '../../clock'
import type { WorkspaceKeeper } from '../../settings/workspace'
import type { Log } from '../system/log'
import { createNotifier } from '../window/notifications'
import { SupervisedThread, spawnThread, type WorkerThread } from './supervised-thread'
import { WatchControl } from './watch-control'

/** What the shell's watching needs. */
type WatchingParts = {
  /** The thread's program. */
  file: string
  historyFile: string
  keeper: WorkspaceKeeper
  /** `session.resolveProxy`. */
  resolveProxy(url: string): Promise<string>
  onState(state: WatchState): void
  /** How many sessions are live now. */
  onLive(count: number): void
  /** A notification about these sessions was clicked. */
  onShow(sessionKeys: string[]): void
  /** An event that is not the shell's own business. */
  pass(name: EventName, payload: unknown): void
  log: Log
}

/** The watching as the shell sees it. */
export type Watching = {
  thread: WorkerThread
  control: WatchControl
  /** Takes back the notifications that are still shown. */
  clearNotifications(): void
}

/** Puts the watching together: its thread, which the caller starts, what it is told, and what its events do here. */
export function createWatching(parts: WatchingParts): Watching {
  const { keeper, resolveProxy, log } = parts
  const thread = new SupervisedThread(
    'watch',
    () => spawnThread('watch', parts.file, { historyFile: parts.historyFile }, log),
    log,
  )
  const control = new WatchControl({
    clock: systemClock,
    thread,
    wanted: () => ({
      accounts: keeper.configs(),
      heartbeatIntervalMs: keeper.settings().heartbeatIntervalMs,
    }),
    resolveProxy,
    onChange: parts.onState,
    log,
  })
  const notifier = createNotifier((alert) => parts.onShow(alert.sessionKeys), log)
  const own: EventHandlers = {
    'alert.raised': (alert) => {
      const { notifications, presentation, sound } = keeper.settings()
      if (notifications) notifier.show(alert, { nameless: presentation, silent: !sound })
    },
    'log.line': ({ level, text }) => log[level](`watch: ${text}`),
    'watch.unreachable': () => void control.checkProxies(),
    'roster.count': ({ live }) => parts.onLive(live),
  }
  thread.onEvent((name, payload) => {
    if (!handleEvent(own, name, payload)) parts.pass(name, payload)
  })
  return { thread, control, clearNotifications: () => notifier.clear() }
}
