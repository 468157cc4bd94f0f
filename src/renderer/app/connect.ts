import type { ListUpdate } from '../../shared/list/window'
import { on, request } from '../bridge'
import { changeBatch, setBatches } from '../features/bulk/bulk'
import { onClockStep } from '../lib/now'
import { sessionActions } from '../stores/actions'
import { openFinder } from '../stores/dialogs'
import { changeHealth, setHealth } from '../stores/health'
import { connectPresentation } from '../stores/presentation'
import { roster } from '../stores/roster'
import { useWatchState } from '../stores/watch-state'
import { setWorkspace } from '../stores/workspace'

/** A watch thread that cannot answer yet is asked again after so long. */
const retryMs = 2_000

/**
 * Asks the watch thread for all that it knows; what is shown stays until the answer is there. `isNewThread`: the one that
 * told it is gone.
 */
async function loadWatch(isNewThread = false): Promise<void> {
  roster.restart(isNewThread)
  sessionActions.reload()
  if (!(await loadTimes())) setTimeout(() => void loadWatch(), retryMs)
}

/** Asks for what tells how old data is and when things happen; whether the watch thread answered. */
async function loadTimes(): Promise<boolean> {
  const [health, batches] = await Promise.all([request('health.list'), request('log.batches')])
  if (health.ok) setHealth(health.value)
  if (batches.ok) setBatches(batches.value)
  return health.ok
}

/** Asks the shell for what it owns. */
async function loadShell(): Promise<void> {
  const [workspace, watch] = await Promise.all([request('workspace.get'), request('watch.state')])
  if (workspace.ok) setWorkspace(workspace.value)
  if (watch.ok) useWatchState.setState(watch.value)
}

/**
 * Joins the stores to the bridge: listens first, then asks, so that nothing falls between. Returns how to stop.
 */
export function connectStores(): () => void {
  const stops = [
    connectPresentation(),
    // It comes from our own watch thread, which has checked what is in it.
    on('list.changed', ({ json }) => roster.update(JSON.parse(json) as ListUpdate)),
    on('health.changed', changeHealth),
    on('action.changed', (action) => sessionActions.change(action)),
    on('bulk.changed', changeBatch),
    on('workspace.changed', setWorkspace),
    on('person.open', openFinder),
    on('watch.changed', (state) => {
      const restarted = useWatchState.getState().restarting && !state.restarting
      useWatchState.setState(state)
      if (restarted) void loadWatch(true)
    }),
    onClockStep(() => {
      void loadShell()
      void loadTimes()
    }),
  ]
  void loadShell()
  void loadWatch()
  return () => {
    for (const stop of stops) stop()
  }
}
