import { useDialogs } from '../../stores/dialogs'
import { HostDialog } from './hosts/HostDialog'
import { useHosts } from './hosts/hosts'
import { ImportDialog } from './hosts/ImportDialog'
import { PreferencesDialog } from './PreferencesDialog'
import { PasteDialog } from './pane/PasteDialog'
import { useTerminalDialog } from './terminal-dialogs'

/** The terminals' dialogs that the person opened, one at a time. What a connection asks is in its pane. */
export function TerminalDialogs() {
  const isBusy = useDialogs((state) => state.dialog !== null)
  const dialog = useTerminalDialog((state) => state.dialog)
  const hosts = useHosts((state) => state.hosts)
  const hostOf = (id: string | null) => hosts.find((host) => host.id === id) ?? null
  if (isBusy) return null
  switch (dialog?.kind) {
    case 'host': {
      const host = hostOf(dialog.hostId)
      // It was removed by its own dialog.
      if (dialog.hostId !== null && !host) return null
      return <HostDialog key={dialog.hostId} host={host} />
    }
    case 'import':
      return <ImportDialog />
    case 'preferences':
      return <PreferencesDialog />
    case 'paste':
      return <PasteDialog paneId={dialog.paneId} text={dialog.text} risk={dialog.risk} />
    default:
      return null
  }
}
