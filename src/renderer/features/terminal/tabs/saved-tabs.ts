import type { TerminalTarget } from '../../../../shared/terminal'
import { isOneOf, isRecord, isText, isWithin, stored } from '../../../lib/checks'
import { panesOf, type SplitTree } from '../pane/split-tree'

/** A tab as it is remembered. */
export type Tab = {
  id: string
  /** What the person called it; `null`: it is called after its terminal. */
  name: string | null
  tree: SplitTree
  /** The pane that has the focus when the tab is shown. */
  focused: string
}

/** A pane as it is remembered. */
type SavedPane = {
  id: string
  target: TerminalTarget
  label: string
  /** So that a window that was only reloaded finds its live terminal again. */
  terminalId: string | null
}

/** What is remembered of the tabs: where they lead, never what was shown in them. */
export type SavedTabs = { tabs: Tab[]; active: string | null; panes: SavedPane[] }

const storageName = 'sessiondeck.terminals'

const nothing: SavedTabs = { tabs: [], active: null, panes: [] }
const mostTabs = 200
/** Characters. */
const longestName = 60

/** The tabs of the last run; none where what was kept cannot be used. */
export function readSavedTabs(): SavedTabs {
  const saved = stored(storageName)
  if (!isSaved(saved)) return nothing
  const panes = new Set(saved.panes.map((pane) => pane.id))
  const tabs = saved.tabs.filter(
    (tab) => panesOf(tab.tree).every((pane) => panes.has(pane)) && panes.has(tab.focused),
  )
  const active = tabs.some((tab) => tab.id === saved.active) ? saved.active : (tabs[0]?.id ?? null)
  const used = new Set(tabs.flatMap((tab) => panesOf(tab.tree)))
  return { tabs, active, panes: saved.panes.filter((pane) => used.has(pane.id)).map(named) }
}

/** Earlier versions named a machine's target after its service. */
const named = (pane: SavedPane): SavedPane =>
  pane.target.kind === 'ssh' ? pane : { ...pane, target: { ...pane.target, kind: 'machine' } }

/** Remembers the tabs, without what is of this run only. */
export function saveTabs({ tabs, active, panes }: SavedTabs): void {
  const saved: SavedTabs = {
    tabs: tabs.map(({ id, name, tree, focused }) => ({ id, name, tree, focused })),
    active,
    panes: panes.map(({ id, target, label, terminalId }) => ({ id, target, label, terminalId })),
  }
  globalThis.localStorage.setItem(storageName, JSON.stringify(saved))
}

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)

const isListOf = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(isItem)

const isTree = (value: unknown): value is SplitTree => {
  if (!isRecord(value)) return false
  if (value.kind === 'leaf') return isText(value.pane)
  return (
    value.kind === 'split' &&
    isOneOf(value.direction, ['row', 'column']) &&
    isWithin(value.ratio, 0, 1) &&
    isTree(value.first) &&
    isTree(value.second)
  )
}

const isTab = (value: unknown): value is Tab =>
  isRecord(value) &&
  isText(value.id) &&
  (value.name === null || (isText(value.name) && value.name.length <= longestName)) &&
  isTree(value.tree) &&
  isText(value.focused)

const isTarget = (value: unknown): value is TerminalTarget => {
  if (!isRecord(value)) return false
  if (value.kind === 'ssh') return isText(value.hostId)
  return isText(value.accountId) && isText(value.machineId) && isText(value.machineName)
}

const isPane = (value: unknown): value is SavedPane =>
  isRecord(value) &&
  isText(value.id) &&
  isTarget(value.target) &&
  isText(value.label) &&
  isTextOrNull(value.terminalId)

const isSaved = (value: unknown): value is SavedTabs =>
  isRecord(value) &&
  isListOf(value.tabs, isTab) &&
  value.tabs.length <= mostTabs &&
  isTextOrNull(value.active) &&
  isListOf(value.panes, isPane)
