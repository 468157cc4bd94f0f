import {
  Bell,
  BellOff,
  Copy,
  Download,
  EyeOff,
  FileInput,
  FolderOpen,
  Keyboard,
  ListFilter,
  type LucideIcon,
  MessageSquare,
  PanelLeft,
  Pause,
  PictureInPicture2,
  Play,
  Plus,
  RefreshCw,
  RotateCcw,
  Server,
  Settings,
  SquareTerminal,
  Upload,
  UserSearch,
} from 'lucide-react'
import { counted } from '../../../shared/counted'
import { miniText } from '../../../shared/text/mini'
import type { PaletteEntry } from '../../features/palette/entries'
import { exportBackupByToast, openBackupByToast } from '../../features/settings/backup'
import { fetchDiagnostics } from '../../features/settings/diagnostics'
import { duplicateTab } from '../../features/terminal/connections'
import { useTerminalTabs } from '../../features/terminal/tabs/terminal-tabs'
import { openTerminalDialog } from '../../features/terminal/terminal-dialogs'
import { shortcutOf } from '../../features/terminal/terminal-keys'
import { togglePanel, useTerminalPanel } from '../../features/terminal/terminal-panel'
import { openBulk, openDialog, openFinder } from '../../stores/dialogs'
import { setMini } from '../../stores/mini'
import { togglePresentation, usePresenter } from '../../stores/presentation'
import { enterSection } from '../../stores/section'
import { useSelection } from '../../stores/selection'
import { clearFilters, isNarrowed, toggleNavigation, useView } from '../../stores/view'
import { useWatchState } from '../../stores/watch-state'
import { useSettings, useWorkspace } from '../../stores/workspace'
import { refreshNow, setMuted, setPaused } from '../watch-commands'

/**
 * What the palette does: the window's own commands, and messages that were saved, to the sessions that are selected.
 * `isEmpty`: there is nothing yet to watch or to connect to.
 */
export function useCommands(
  isEmpty: boolean,
): Readonly<Record<'commands' | 'templates', readonly PaletteEntry[]>> {
  const watching = useWatching()
  const adding = useAdding()
  const terminals = useTerminalCommands()
  const viewing = useViewing()
  return {
    templates: useTemplates(),
    commands: isEmpty
      ? [...adding, help, settings, ...keeping]
      : [find, ...watching, ...adding, ...terminals, exporting, ...viewing, help, settings, ...keeping],
  }
}

const command = (
  id: string,
  label: string,
  icon: LucideIcon,
  run: () => void,
  more: Pick<PaletteEntry, 'shortcut' | 'also'> = {},
): PaletteEntry => ({ id: `command ${id}`, group: 'Commands', label, icon, run, ...more })

const find = command('find', 'Find a person', UserSearch, openFinder, {
  shortcut: 'find',
  also: 'search user',
})

const exporting = command(
  'export',
  'Export sessions…',
  Download,
  () => openDialog({ kind: 'export-sessions' }),
  { also: 'save csv json file' },
)

const help = command('help', 'Keyboard shortcuts', Keyboard, () => openDialog({ kind: 'shortcuts' }), {
  shortcut: 'help',
  also: 'keys help',
})

const settings = command('settings', 'Settings', Settings, () => openDialog({ kind: 'settings' }), {
  shortcut: 'settings',
  also: 'preferences theme density shortcuts notifications interval',
})

/** What the settings do beside setting something. */
const keeping: readonly PaletteEntry[] = [
  command('backup', 'Export backup…', Download, () => void exportBackupByToast(), {
    also: 'save settings accounts hosts',
  }),
  command('restore', 'Import backup…', Upload, () => void openBackupByToast(), { also: 'restore settings' }),
  command('reset', 'Reset settings…', RotateCcw, () => openDialog({ kind: 'reset-settings' }), {
    also: 'defaults',
  }),
  command('diagnostics', 'Copy diagnostics', Copy, () => void fetchDiagnostics('copy'), {
    also: 'help report bug versions',
  }),
  command('logs', 'Open log folder', FolderOpen, () => void fetchDiagnostics('logs'), {
    also: 'help report',
  }),
]

function useWatching(): readonly PaletteEntry[] {
  const { paused, mutedUntil } = useWatchState()
  const muted = mutedUntil !== null
  const muting = muted ? 'Unmute notifications' : 'Mute notifications for 1 hour'
  return [
    command('refresh', 'Refresh now', RefreshCw, () => void refreshNow(), { also: 'reload update' }),
    command(
      'pause',
      paused ? 'Resume watching' : 'Pause watching',
      paused ? Play : Pause,
      () => void setPaused(!paused),
    ),
    command('mute', muting, muted ? Bell : BellOff, () => void setMuted(!muted), { also: 'silence' }),
  ]
}

function useAdding(): readonly PaletteEntry[] {
  const isOwn = useWorkspace()?.kind === 'own'
  const host = () => openTerminalDialog({ kind: 'host', hostId: null })
  const account = () => openDialog({ kind: 'account', accountId: null })
  return [
    ...(isOwn
      ? [command('account', 'Add an account…', Plus, account, { shortcut: 'addAccount', also: 'new' })]
      : []),
    command('host', 'Add an SSH host…', Server, host, { also: 'new' }),
    command('import', 'Import from ~/.ssh/config…', FileInput, () => openTerminalDialog({ kind: 'import' }), {
      also: 'hosts',
    }),
  ]
}

function useTerminalCommands(): readonly PaletteEntry[] {
  const open = useTerminalPanel((state) => state.open)
  const active = useTerminalTabs((state) => state.active)
  const toggle = open ? 'Hide terminals' : 'Show terminals'
  return [
    command('terminals', toggle, SquareTerminal, togglePanel, {
      shortcut: { keys: shortcutOf('toggle-panel') },
    }),
    ...(active === null
      ? []
      : [command('duplicate', 'Duplicate terminal', Copy, () => duplicateTab(active), { also: 'new tab' })]),
    command(
      'terminal settings',
      'Terminal settings',
      SquareTerminal,
      () => openTerminalDialog({ kind: 'preferences' }),
      { also: 'font preferences' },
    ),
  ]
}

function useViewing(): readonly PaletteEntry[] {
  const presenting = usePresenter().on
  const narrowed = useView(isNarrowed)
  const presentation = presenting ? 'Turn off presentation mode' : 'Turn on presentation mode'
  const showAll = () => {
    clearFilters()
    enterSection('sessions')
  }
  return [
    command('presentation', presentation, EyeOff, () => void togglePresentation(), {
      shortcut: 'presentation',
      also: 'mask hide names',
    }),
    ...(narrowed
      ? [command('all', 'Show all sessions', ListFilter, showAll, { also: 'clear filters' })]
      : []),
    command('mini', miniText.enter, PictureInPicture2, () => void setMini(true), {
      also: miniText.enterAlso,
    }),
    command('navigation', 'Fold or unfold the navigation', PanelLeft, toggleNavigation, {
      shortcut: 'navigation',
    }),
  ]
}

function useTemplates(): readonly PaletteEntry[] {
  const { messageTemplates } = useSettings()
  const selected = useSelection((state) => state.selected)
  if (selected.size === 0) return []
  return messageTemplates.map(({ id, name, message }) => ({
    id: `template ${id}`,
    group: 'Message templates',
    label: name,
    detail: `Message ${counted(selected.size, 'selected session')}`,
    also: 'message template send',
    icon: MessageSquare,
    run: () => openBulk({ action: 'message', aim: selected.choice, said: [message] }),
  }))
}
