import { useSyncExternalStore } from 'react'
import type { SessionKey } from '../../../shared/session'
import { on } from '../../bridge'
import { useHealthStore } from '../../stores/health'
import { roster } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { showSection } from '../../stores/section'
import { openDetails } from '../../stores/selection'
import { clearNarrowing, setPlace, useView } from '../../stores/view'
import { getAccounts, useWorkspaceStore } from '../../stores/workspace'
import { type ListSnapshot, SessionList } from './session-list'

let labels: { of: unknown; map: ReadonlyMap<string, string> } = { of: null, map: new Map() }

function accountLabels(): ReadonlyMap<string, string> {
  const accounts = getAccounts()
  if (labels.of !== accounts)
    labels = { of: accounts, map: new Map(accounts.map((account) => [account.id, account.label])) }
  return labels.map
}

/** The window's one list. */
export const sessionList = new SessionList({
  roster,
  readCriteria: () => useView.getState(),
  readContext: () => ({
    accountLabels: accountLabels(),
    scriptNames: useScripts.getState().names,
    scopes: useHealthStore.getState().scopes,
    now: Date.now(),
  }),
  clock: {
    monotonicMs: () => performance.now(),
    schedule(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  },
})

/** Opens the first of these that is still live in the list, and makes sure that its row is there. */
export function showSession(keys: readonly SessionKey[]): void {
  const key = keys.find((each) => roster.row(each)) ?? keys[0]
  if (key === undefined) return
  showSection('sessions')
  if (roster.row(key) && !sessionList.reveal(key)) clearNarrowing()
  openDetails(key)
}

/** Joins the list to the stores; returns how to stop. */
export function connectList(): () => void {
  const stops = [
    roster.subscribe((change) => sessionList.rosterChanged(change)),
    useView.subscribe((view, before) => {
      const same =
        view.query === before.query &&
        view.place === before.place &&
        view.related === before.related &&
        view.filters === before.filters &&
        view.sort === before.sort
      if (!same) sessionList.criteriaChanged()
    }),
    useHealthStore.subscribe(() => sessionList.contextChanged()),
    useScripts.subscribe((state, before) => {
      if (state.names !== before.names) sessionList.contextChanged()
    }),
    useWorkspaceStore.subscribe(({ workspace }) => {
      sessionList.contextChanged()
      const { place } = useView.getState()
      // Narrowed to an account that was removed, the list would be empty for no visible reason.
      if (workspace && place && !workspace.accounts.some(({ id }) => id === place.accountId)) setPlace(null)
    }),
    on('session.show', ({ keys }) => showSession(keys)),
  ]
  return () => {
    for (const stop of stops) stop()
    sessionList.stop()
  }
}

const subscribe = (listener: () => void) => sessionList.subscribe(listener)

/** What `select` says of the rows on screen, how many wait and how many match; drawn again only when that is another. */
export const useSessionList = <T>(select: (list: ListSnapshot) => T): T =>
  useSyncExternalStore(subscribe, () => select(sessionList.snapshot))
