import { Code, List, type LucideIcon, NotebookPen, ScanSearch, Server } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { frameText } from '../../shared/text/frame'
import { SessionsPanel } from '../features/sessions/SessionsPanel'
import type { ShortcutId } from '../lib/shortcuts'
import type { SectionId } from '../stores/section'

/** A part of the app that the navigation leads to. All but the sessions are loaded when they are first shown. */
export type Section = {
  id: SectionId
  /** In the language of the moment when it is read. */
  readonly label: string
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

const section = (id: SectionId, rest: Omit<Section, 'id' | 'label'>): Section => ({
  id,
  get label() {
    return frameText[id]
  },
  ...rest,
})

/** In the order of the navigation. */
export const sections: readonly Section[] = [
  section('sessions', {
    shortcut: 'showSessions',
    icon: List,
    Panel: SessionsPanel,
    start: [rows, search],
  }),
  section('lookup', {
    shortcut: 'showLookup',
    icon: ScanSearch,
    Panel: LookupPanel,
    start: ['input:not([aria-hidden])'],
  }),
  section('scripts', {
    shortcut: 'showScripts',
    icon: Code,
    Panel: ScriptsPanel,
    start: ['[aria-current=page]'],
  }),
  section('machines', {
    shortcut: 'showMachines',
    icon: Server,
    Panel: MachinesPanel,
    start: [rows, '[role=tab][aria-selected=true]'],
  }),
  section('log', {
    shortcut: 'showLog',
    icon: NotebookPen,
    Panel: ActionLogPanel,
    // Its rows are not there at once.
    start: [search],
  }),
]
