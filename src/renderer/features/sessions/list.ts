import { useSyncExternalStore } from 'react'
import { useHealthStore } from '../../stores/health'
import { roster } from '../../stores/roster'
import { useView } from '../../stores/view'
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
    scopes: useHealthStore.getState().scopes,
    now: Date.now(),
  }),
  clock: {
    now: Date.now,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
  },
})

/** Joins the list to the stores; returns how to stop. */
export function connectList(): () => void {
  const stops = [
    roster.subscribe((change) => sessionList.rosterChanged(change)),
    useView.subscribe((view, before) => {
      const same =
        view.query === before.query &&
        view.place === before.place &&
        view.filters === before.filters &&
        view.sort === before.sort
      if (!same) sessionList.criteriaChanged()
    }),
    useHealthStore.subscribe(() => sessionList.contextChanged()),
    useWorkspaceStore.subscribe(() => sessionList.contextChanged()),
  ]
  return () => {
    for (const stop of stops) stop()
    sessionList.stop()
  }
}

const subscribe = (listener: () => void) => sessionList.subscribe(listener)

/** The rows on screen, how many wait and how many match. */
export const useSessionList = (): ListSnapshot => useSyncExternalStore(subscribe, () => sessionList.snapshot)
