import type { ListUpdate } from '../../shared/list/window'
import { on, request } from '../bridge'
import { changeBatch, setBatches } from '../features/bulk/bulk'
import { fetchDiagnostics } from '../features/settings/diagnostics'
import { startMs } from '../lib/after-start'
import { onClockStep } from '../lib/now'
import { sessionActions } from '../stores/actions'
import { openDialog, openPalette } from '../stores/dialogs'
import { changeHealth, setHealth } from '../stores/health'
import { connectMini } from '../stores/mini'
import { connectPresentation } from '../stores/presentation'
import { roster } from '../stores/roster'
import { visits } from '../stores/visits'
import { useWatchState } from '../stores/watch-state'
import { setWorkspace } from '../stores/workspace'

/** Delay before a request that the watch thread could not answer yet is sent again, ms. */
const retryMs = 2_000

/**
 * Requests what the list shows; the old rows stay until the answer is there. `isNewThread`: the watch thread that sent
 * them is gone.
 */
async function loadWatch(isNewThread = false): Promise<void> {
  roster.restart(isNewThread)
  sessionActions.reload()
  if (await loadHealth()) return
  setTimeout(() => {
    void loadWatch()
    void loadBatches()
  }, retryMs)
}

/** Requests the health of all scopes; returns whether the watch thread answered. */
async function loadHealth(): Promise<boolean> {
  const health = await request('health.list')
  if (health.ok) setHealth(health.value)
  return health.ok
}

/** Requests the bulk actions. */
async function loadBatches(): Promise<void> {
  const batches = await request('log.batches')
  if (batches.ok) setBatches(batches.value)
}

/** Requests what the shell owns. */
async function loadShell(): Promise<void> {
  const [workspace, watch] = await Promise.all([request('workspace.get'), request('watch.state')])
  if (workspace.ok) setWorkspace(workspace.value)
  if (watch.ok) useWatchState.setState(watch.value)
}

/**
 * Joins the stores to the bridge: listens first, then sends requests, so that no change falls between. Returns how to
 * stop.
 */
export function connectStores(): () => void {
  const stops = [
    connectPresentation(),
    connectMini(),
    visits.connect(),
    // It comes from our own watch thread, which has checked what is in it.
    on('list.changed', ({ json }) => roster.update(JSON.parse(json) as ListUpdate)),
    on('health.changed', changeHealth),
    on('action.changed', (action) => sessionActions.change(action)),
    on('bulk.changed', changeBatch),
    on('workspace.changed', setWorkspace),
    on('diagnostics.wanted', ({ what }) => void fetchDiagnostics(what)),
    on('palette.open', openPalette),
    on('account.add', () => openDialog({ kind: 'account', accountId: null })),
    on('watch.changed', (state) => {
      const restarted = useWatchState.getState().restarting && !state.restarting
      useWatchState.setState(state)
      if (!restarted) return
      void loadWatch(true)
      void loadBatches()
    }),
    onClockStep(() => {
      void loadShell()
      void loadHealth()
      void loadBatches()
    }),
  ]
  void loadShell()
  void loadWatch()
  // Opening their log would hold up the watch thread just when the first rows come.
  const later = setTimeout(() => void loadBatches(), startMs)
  return () => {
    clearTimeout(later)
    for (const stop of stops) stop()
  }
}
