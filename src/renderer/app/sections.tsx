import { Code, List, type LucideIcon, NotebookPen, ScanSearch, Server } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { SessionsPanel } from '../features/sessions/SessionsPanel'
import type { ShortcutId } from '../lib/shortcuts'
import type { SectionId } from '../stores/section'

/** A part of the app that the navigation leads to. All but the sessions are loaded when they are first shown. */
export type Section = {
  id: SectionId
  label: string
  shortcut: ShortcutId
  icon: LucideIcon
  Panel: ComponentType
  /** Where somebody at the keyboard begins: selectors, of which the first to find something holds. */
  start: readonly string[]
}

const rows = '[role=grid] tr[tabindex="0"]'
const search = 'input[type=search]'

const LookupPanel = lazy(() =>
  import('../features/lookup/LookupPanel').then((module) => ({ default: module.LookupPanel })),
)
const ScriptsPanel = lazy(() =>
  import('../features/scripts/ScriptsPanel').then((module) => ({ default: module.ScriptsPanel })),
)
const MachinesPanel = lazy(() =>
  import('../features/machines/MachinesPanel').then((module) => ({ default: module.MachinesPanel })),
)
const ActionLogPanel = lazy(() =>
  import('../features/action-log/ActionLogPanel').then((module) => ({ default: module.ActionLogPanel })),
)

/** In the order of the navigation. */
export const sections: readonly Section[] = [
  {
    id: 'sessions',
    label: 'Sessions',
    shortcut: 'showSessions',
    icon: List,
    Panel: SessionsPanel,
    start: [rows, search],
  },
  {
    id: 'lookup',
    label: 'Look up',
    shortcut: 'showLookup',
    icon: ScanSearch,
    Panel: LookupPanel,
    start: ['input:not([aria-hidden])'],
  },
  {
    id: 'scripts',
    label: 'Scripts',
    shortcut: 'showScripts',
    icon: Code,
    Panel: ScriptsPanel,
    start: ['[aria-current=page]'],
  },
  {
    id: 'machines',
    label: 'Machines',
    shortcut: 'showMachines',
    icon: Server,
    Panel: MachinesPanel,
    start: [rows, '[role=tab][aria-selected=true]'],
  },
  {
    id: 'log',
    label: 'Action log',
    shortcut: 'showLog',
    icon: NotebookPen,
    Panel: ActionLogPanel,
    // Its rows are not there at once.
    start: [search],
  },
]
