import { create } from 'zustand'
import type { TerminalTarget } from '../../shared/terminal'
import {
  leaf,
  paneBeside,
  panesOf,
  type SplitDirection,
  type SplitPath,
  splitPane,
  withoutPane,
  withRatio,
} from '../lib/split-tree'
import { type SavedTabs, saveTabs, type Tab } from './saved-tabs'

/** One place for a terminal. */
export type Pane = {
  id: string
  target: TerminalTarget
  label: string
  /** The terminal in it; `null` before it is connected. */
  terminalId: string | null
  /** It is being opened. */
  opening: boolean
  /** Why it could not be opened. */
  problem: string | null
  /** What the remote program calls itself, cleaned. */
  title: string
  /** Output, or the bell, came while nobody looked. */
  activity: 'none' | 'output' | 'bell'
}

/** The tabs in the order of the strip. The maps and lists are replaced, never changed. */
export type TerminalTabs = {
  tabs: readonly Tab[]
  panes: ReadonlyMap<string, Pane>
  /** The tab that is shown. */
  active: string | null
}

/** The tabs of the terminals and their panes. */
export const useTerminalTabs = create<TerminalTabs>(() => ({ tabs: [], panes: new Map(), active: null }))

const get = useTerminalTabs.getState
const set = useTerminalTabs.setState

const newPane = (target: TerminalTarget, label: string, terminalId: string | null = null): Pane => ({
  id: crypto.randomUUID(),
  target,
  label,
  terminalId,
  opening: false,
  problem: null,
  title: '',
  activity: 'none',
})

const tabOf = (pane: string): Tab | undefined => get().tabs.find((tab) => panesOf(tab.tree).includes(pane))

const changeTab = (id: string, change: (tab: Tab) => Tab): void =>
  set(({ tabs }) => ({ tabs: tabs.map((tab) => (tab.id === id ? change(tab) : tab)) }))

/** Changes some of what is known of a pane; nothing if it is gone. */
export const changePane = (id: string, part: Partial<Omit<Pane, 'id'>>): void =>
  set(({ panes }) => {
    const pane = panes.get(id)
    return pane ? { panes: new Map(panes).set(id, { ...pane, ...part }) } : {}
  })

/** Adds a tab after the active one and shows it. `terminalId` is a terminal that runs already. */
export function addTab(target: TerminalTarget, label: string, terminalId: string | null = null): string {
  const pane = newPane(target, label, terminalId)
  const tab: Tab = { id: crypto.randomUUID(), name: null, tree: leaf(pane.id), focused: pane.id }
  set(({ tabs, panes, active }) => {
    const at = tabs.findIndex((each) => each.id === active) + 1 || tabs.length
    return {
      tabs: [...tabs.slice(0, at), tab, ...tabs.slice(at)],
      panes: new Map(panes).set(pane.id, pane),
      active: tab.id,
    }
  })
  return tab.id
}

/** Shows a tab. */
export function showTab(id: string): void {
  set({ active: id })
  const tab = get().tabs.find((each) => each.id === id)
  if (tab) for (const pane of panesOf(tab.tree)) changePane(pane, { activity: 'none' })
}

/** Shows the tab that is `step` places further, round and round. */
export function stepTab(step: -1 | 1): void {
  const { tabs, active } = get()
  const at = tabs.findIndex((tab) => tab.id === active)
  const next = tabs[(at + step + tabs.length) % tabs.length]
  if (next) showTab(next.id)
}

/** Puts a tab at a place of the strip. */
export const moveTab = (id: string, to: number): void =>
  set(({ tabs }) => {
    const tab = tabs.find((each) => each.id === id)
    if (!tab) return {}
    const rest = tabs.filter((each) => each.id !== id)
    const at = Math.min(rest.length, Math.max(0, to))
    return { tabs: [...rest.slice(0, at), tab, ...rest.slice(at)] }
  })

/** Names a tab; an empty name gives it its own again. */
export const renameTab = (id: string, name: string): void =>
  changeTab(id, (tab) => ({ ...tab, name: name.trim().slice(0, 60) || null }))

/** Opens another terminal to the same target beside a pane, and focuses it. */
export function splitAt(paneId: string, direction: SplitDirection): void {
  const pane = get().panes.get(paneId)
  const tab = tabOf(paneId)
  if (!pane || !tab) return
  const added = newPane(pane.target, pane.label)
  set(({ panes }) => ({ panes: new Map(panes).set(added.id, added) }))
  changeTab(tab.id, (each) => ({
    ...each,
    tree: splitPane(each.tree, paneId, direction, added.id),
    focused: added.id,
  }))
}

/** Moves the border of a split. */
export const setRatio = (tabId: string, path: SplitPath, ratio: number): void =>
  changeTab(tabId, (tab) => ({ ...tab, tree: withRatio(tab.tree, path, ratio) }))

/** Notes which pane of its tab has the focus. */
export function focusPane(paneId: string): void {
  const tab = tabOf(paneId)
  if (tab && tab.focused !== paneId) changeTab(tab.id, (each) => ({ ...each, focused: paneId }))
}

/** Focuses the pane after or before the focused one of the active tab. */
export const stepPane = (step: -1 | 1): void =>
  set(({ tabs, active }) => ({
    tabs: tabs.map((tab) =>
      tab.id === active ? { ...tab, focused: paneBeside(tab.tree, tab.focused, step) } : tab,
    ),
  }))

/** Takes a pane away, and its tab with the last one. The tab that moves up is shown. */
export function removePane(paneId: string): void {
  const tab = tabOf(paneId)
  if (!tab) return
  const tree = withoutPane(tab.tree, paneId)
  set(({ tabs, panes, active }) => {
    const left = new Map(panes)
    left.delete(paneId)
    if (tree) {
      const focused = tab.focused === paneId ? (panesOf(tree)[0] ?? '') : tab.focused
      return {
        panes: left,
        tabs: tabs.map((each) => (each.id === tab.id ? { ...each, tree, focused } : each)),
      }
    }
    const at = tabs.findIndex((each) => each.id === tab.id)
    const rest = tabs.filter((each) => each.id !== tab.id)
    const shown = active === tab.id ? (rest[Math.min(at, rest.length - 1)]?.id ?? null) : active
    return { panes: left, tabs: rest, active: shown }
  })
}

/** Takes what an earlier run or an earlier load of the window left; nothing of it is connected yet. */
export const restoreTabs = (saved: SavedTabs): void =>
  set({
    tabs: saved.tabs,
    active: saved.active,
    panes: new Map(
      saved.panes.map(({ id, target, label, terminalId }) => [
        id,
        { ...newPane(target, label, terminalId), id },
      ]),
    ),
  })

/** Remembers the tabs from now on; returns how to stop. */
export const keepTabs = (): (() => void) =>
  useTerminalTabs.subscribe(({ tabs, panes, active }, before) => {
    // Titles and activity change often and are not remembered.
    if (tabs === before.tabs && active === before.active && !leadElsewhere(panes, before.panes)) return
    saveTabs({ tabs: [...tabs], active, panes: [...panes.values()] })
  })

const leadElsewhere = (panes: TerminalTabs['panes'], before: TerminalTabs['panes']): boolean =>
  panes.size !== before.size ||
  [...panes.values()].some((pane) => before.get(pane.id)?.terminalId !== pane.terminalId)

/** The pane that has the focus in the tab that is shown. */
export function focusedPane(): Pane | undefined {
  const { tabs, panes, active } = get()
  return panes.get(tabs.find((tab) => tab.id === active)?.focused ?? '')
}

/** One pane; `undefined` when it is gone. */
export const usePane = (id: string): Pane | undefined => useTerminalTabs((state) => state.panes.get(id))
