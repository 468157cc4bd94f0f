import { z } from 'zod'
import { terminalTargetSchema } from '../../shared/terminal'
import { panesOf, type SplitTree } from '../lib/split-tree'

const treeSchema: z.ZodType<SplitTree> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('leaf'), pane: z.string() }),
    z.object({
      kind: z.literal('split'),
      direction: z.enum(['row', 'column']),
      ratio: z.number().min(0).max(1),
      first: treeSchema,
      second: treeSchema,
    }),
  ]),
)

const tabSchema = z.object({
  id: z.string(),
  /** What the person called it; `null`: it is called after its terminal. */
  name: z.string().max(60).nullable(),
  tree: treeSchema,
  /** The pane that has the focus when the tab is shown. */
  focused: z.string(),
})
export type Tab = z.infer<typeof tabSchema>

const savedSchema = z.object({
  tabs: z.array(tabSchema).max(200),
  active: z.string().nullable(),
  panes: z.array(
    z.object({
      id: z.string(),
      target: terminalTargetSchema,
      label: z.string(),
      /** So that a window that was only reloaded finds its live terminal again. */
      terminalId: z.string().nullable(),
    }),
  ),
})
/** What is remembered of the tabs: where they lead, never what was shown in them. */
export type SavedTabs = z.infer<typeof savedSchema>

const storageName = 'sessiondeck.terminals'

const nothing: SavedTabs = { tabs: [], active: null, panes: [] }

/** The tabs of the last run; none where what was kept cannot be used. */
export function readSavedTabs(): SavedTabs {
  try {
    const saved = savedSchema.parse(JSON.parse(globalThis.localStorage.getItem(storageName) ?? 'null'))
    const panes = new Set(saved.panes.map((pane) => pane.id))
    const tabs = saved.tabs.filter(
      (tab) => panesOf(tab.tree).every((pane) => panes.has(pane)) && panes.has(tab.focused),
    )
    const active = tabs.some((tab) => tab.id === saved.active) ? saved.active : (tabs[0]?.id ?? null)
    const used = new Set(tabs.flatMap((tab) => panesOf(tab.tree)))
    return { tabs, active, panes: saved.panes.filter((pane) => used.has(pane.id)) }
  } catch {
    return nothing
  }
}

/** Remembers the tabs. */
export function saveTabs(tabs: SavedTabs): void {
  globalThis.localStorage.setItem(storageName, JSON.stringify(savedSchema.parse(tabs)))
}
