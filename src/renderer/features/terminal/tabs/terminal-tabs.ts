import { create } from 'zustand'
import type { TerminalTarget } from '../../../../shared/terminal'
import {
  leaf,
  paneBeside,
  panesOf,
  type SplitDirection,
  type SplitPath,
  type SplitTree,
  splitPane,
  withoutPane,
  withRatio,
} from '../pane/split-tree'
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
type TerminalTabs = {
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

/** What was closed: the tabs as they were, where they stood, and what is left of each. */
export type Closed = {
  panes: readonly string[]
  tabs: readonly { tab: Tab; at: number; left: SplitTree | null }[]
}

/**
 * Takes panes off their tabs, and a tab away with its last one; the tab that moves up is shown. The panes themselves
 * stay, out of sight, until they are put back or forgotten.
 */
export function closePanes(ids: readonly string[]): Closed {
  const before = get().tabs
  for (const id of ids) takeOff(id)
  const after = new Map(get().tabs.map((tab) => [tab.id, tab.tree]))
  const changed = before.flatMap((tab, at) =>
    after.get(tab.id) === tab.tree ? [] : [{ tab, at, left: after.get(tab.id) ?? null }],
  )
  return { panes: ids, tabs: changed }
}

/** Puts closed panes back where they were, or into tabs of their own where that place has changed; shows the last one. */
export function reopenPanes(closed: Closed): void {
  for (const { tab, at, left } of closed.tabs) {
    const now = get().tabs.find((each) => each.id === tab.id)
    if (now ? now.tree === left : left === null)
      insert(now ? { ...now, tree: tab.tree, focused: tab.focused } : tab, at)
    else
      for (const pane of panesOf(tab.tree).filter((id) => closed.panes.includes(id)))
        insert({ id: crypto.randomUUID(), name: tab.name, tree: leaf(pane), focused: pane }, at)
  }
}

/** Forgets closed panes for good. */
export const forgetPanes = (ids: readonly string[]): void =>
  set(({ panes }) => ({ panes: new Map([...panes].filter(([id]) => !ids.includes(id))) }))

/** Puts a tab at a place of the strip, or in place of what is left of it, and shows it. */
const insert = (tab: Tab, at: number): void =>
  set(({ tabs }) => {
    const isThere = tabs.some((each) => each.id === tab.id)
    return {
      tabs: isThere
        ? tabs.map((each) => (each.id === tab.id ? tab : each))
        : [...tabs.slice(0, at), tab, ...tabs.slice(at)],
      active: tab.id,
    }
  })

function takeOff(paneId: string): void {
  const tab = tabOf(paneId)
  if (!tab) return
  const tree = withoutPane(tab.tree, paneId)
  if (tree) {
    const focused = tab.focused === paneId ? (panesOf(tree)[0] ?? '') : tab.focused
    changeTab(tab.id, (each) => ({ ...each, tree, focused }))
    return
  }
  set(({ tabs, active }) => {
    const at = tabs.findIndex((each) => each.id === tab.id)
    const rest = tabs.filter((each) => each.id !== tab.id)
    return {
      tabs: rest,
      active: active === tab.id ? (rest[Math.min(at, rest.length - 1)]?.id ?? null) : active,
    }
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
