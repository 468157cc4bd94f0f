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
import { commandsText } from '../../../shared/text/commands'
import { miniText } from '../../../shared/text/mini'
import { navigationText } from '../../../shared/text/navigation'
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
      ? [...adding, help(), settings(), ...keeping()]
      : [
          find(),
          ...watching,
          ...adding,
          ...terminals,
          exporting(),
          ...viewing,
          help(),
          settings(),
          ...keeping(),
        ],
  }
}

const command = (
  id: string,
  label: string,
  icon: LucideIcon,
  run: () => void,
  more: Pick<PaletteEntry, 'shortcut' | 'also'> = {},
): PaletteEntry => ({ id: `command:${id}`, group: commandsText.commands, label, icon, run, ...more })

const find = () =>
  command('find', commandsText.find, UserSearch, openFinder, {
    shortcut: 'find',
    also: commandsText.findAlso,
  })

const exporting = () =>
  command('export', commandsText.export, Download, () => openDialog({ kind: 'export-sessions' }), {
    also: commandsText.exportAlso,
  })

const help = () =>
  command('help', commandsText.help, Keyboard, () => openDialog({ kind: 'shortcuts' }), {
    shortcut: 'help',
    also: commandsText.helpAlso,
  })

const settings = () =>
  command('settings', commandsText.settings, Settings, () => openDialog({ kind: 'settings' }), {
    shortcut: 'settings',
    also: commandsText.settingsAlso,
  })

/** What the settings do beside setting something. */
const keeping = (): readonly PaletteEntry[] => [
  command('backup', commandsText.backup, Download, () => void exportBackupByToast(), {
    also: commandsText.backupAlso,
  }),
  command('restore', commandsText.restore, Upload, () => void openBackupByToast(), {
    also: commandsText.restoreAlso,
  }),
  command('reset', commandsText.reset, RotateCcw, () => openDialog({ kind: 'reset-settings' }), {
    also: commandsText.resetAlso,
  }),
  command('diagnostics', commandsText.diagnostics, Copy, () => void fetchDiagnostics('copy'), {
    also: commandsText.diagnosticsAlso,
  }),
  command('logs', commandsText.logs, FolderOpen, () => void fetchDiagnostics('logs'), {
    also: commandsText.logsAlso,
  }),
]

function useWatching(): readonly PaletteEntry[] {
  const { paused, mutedUntil } = useWatchState()
  const muted = mutedUntil !== null
  const muting = muted ? navigationText.unmute : navigationText.mute
  return [
    command('refresh', commandsText.refresh, RefreshCw, () => void refreshNow(), {
      also: commandsText.refreshAlso,
    }),
    command(
      'pause',
      paused ? navigationText.resume : navigationText.pause,
      paused ? Play : Pause,
      () => void setPaused(!paused),
    ),
    command('mute', muting, muted ? Bell : BellOff, () => void setMuted(!muted), {
      also: commandsText.muteAlso,
    }),
  ]
}

function useAdding(): readonly PaletteEntry[] {
  const isOwn = useWorkspace()?.kind === 'own'
  const host = () => openTerminalDialog({ kind: 'host', hostId: null })
  const account = () => openDialog({ kind: 'account', accountId: null })
  return [
    ...(isOwn
      ? [
          command('account', commandsText.addAccount, Plus, account, {
            shortcut: 'addAccount',
            also: commandsText.newAlso,
          }),
        ]
      : []),
    command('host', commandsText.addHost, Server, host, { also: commandsText.newAlso }),
    command('import', commandsText.importHosts, FileInput, () => openTerminalDialog({ kind: 'import' }), {
      also: commandsText.importHostsAlso,
    }),
  ]
}

function useTerminalCommands(): readonly PaletteEntry[] {
  const open = useTerminalPanel((state) => state.open)
  const active = useTerminalTabs((state) => state.active)
  const toggle = open ? commandsText.hideTerminals : commandsText.showTerminals
  return [
    command('terminals', toggle, SquareTerminal, togglePanel, {
      shortcut: { keys: shortcutOf('toggle-panel') },
    }),
    ...(active === null
      ? []
      : [
          command('duplicate', commandsText.duplicateTerminal, Copy, () => duplicateTab(active), {
            also: commandsText.duplicateTerminalAlso,
          }),
        ]),
    command(
      'terminal-settings',
      commandsText.terminalSettings,
      SquareTerminal,
      () => openTerminalDialog({ kind: 'preferences' }),
      { also: commandsText.terminalSettingsAlso },
    ),
  ]
}

function useViewing(): readonly PaletteEntry[] {
  const presenting = usePresenter().on
  const narrowed = useView(isNarrowed)
  const presentation = presenting ? commandsText.stopPresenting : commandsText.present
  const showAll = () => {
    clearFilters()
    enterSection('sessions')
  }
  return [
    command('presentation', presentation, EyeOff, () => void togglePresentation(), {
      shortcut: 'presentation',
      also: commandsText.presentAlso,
    }),
    ...(narrowed
      ? [command('all', commandsText.showAll, ListFilter, showAll, { also: commandsText.showAllAlso })]
      : []),
    command('mini', miniText.enter, PictureInPicture2, () => void setMini(true), {
      also: miniText.enterAlso,
    }),
    command('navigation', commandsText.foldNavigation, PanelLeft, toggleNavigation, {
      shortcut: 'navigation',
    }),
  ]
}

function useTemplates(): readonly PaletteEntry[] {
  const { messageTemplates } = useSettings()
  const selected = useSelection((state) => state.selected)
  if (selected.size === 0) return []
  return messageTemplates.map(({ id, name, message }) => ({
    id: `template:${id}`,
    group: commandsText.templates,
    label: name,
    detail: commandsText.messageSelected(selected.size),
    also: commandsText.messageSelectedAlso,
    icon: MessageSquare,
    run: () => openBulk({ action: 'message', aim: selected.choice, said: [message] }),
  }))
}
