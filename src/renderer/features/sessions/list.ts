import type { SessionKey } from '../../../shared/session'
import { on, request } from '../../bridge'
import { roster } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { showSection } from '../../stores/section'
import { clearSelection, knowChosen, openDetails, useSelection } from '../../stores/selection'
import { clearFilters, setPlace, useView } from '../../stores/view'
import { useWorkspaceStore } from '../../stores/workspace'

/** Opens the first of these that is still live, and makes sure that its row is in the list; else the first of all. */
export async function showSession(keys: readonly SessionKey[]): Promise<void> {
  const [first] = keys
  if (!(await revealSession(keys)) && first !== undefined) {
    showSection('sessions')
    openDetails(first)
  }
}

/** Opens the first of these that is live, and makes sure that its row is in the list. Returns whether one is live. */
export async function revealSession(keys: readonly SessionKey[]): Promise<boolean> {
  const result = await request('list.reveal', { keys })
  const { row, isShown } = result.ok ? result.value : { row: null, isShown: false }
  if (!row) return false
  showSection('sessions')
  roster.learn(row)
  if (!isShown) clearFilters()
  openDetails(row.key)
  return true
}

/** Joins the list to the stores; returns how to stop. */
export function connectList(): () => void {
  roster.setCriteria(useView.getState())
  const stops = [
    useView.subscribe((view, before) => {
      const same =
        view.query === before.query &&
        view.place === before.place &&
        view.related === before.related &&
        view.filters === before.filters &&
        view.sort === before.sort
      if (!same) roster.setCriteria(view)
    }),
    useSelection.subscribe(({ focused, anchor, open }) => {
      const keys = new Set([focused, anchor, open].filter((key) => key !== null))
      roster.pin([...keys])
    }),
    useSelection.subscribe(({ selected }, before) => {
      if (selected.stretch !== before.selected.stretch) roster.choose(selected.stretch)
    }),
    roster.subscribeChosen((known) => (known ? knowChosen(known) : clearSelection())),
    useScripts.subscribe((state, before) => {
      if (state.names !== before.names) roster.setScriptNames(state.names)
    }),
    useWorkspaceStore.subscribe(({ workspace }) => {
      const { place } = useView.getState()
      // Narrowed to an account that was removed, the list would be empty for no visible reason.
      if (workspace && place && !workspace.accounts.some(({ id }) => id === place.accountId)) setPlace(null)
    }),
    on('session.show', ({ keys }) => void showSession(keys)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
