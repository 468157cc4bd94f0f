import { useDialogs } from '../../stores/dialogs'
import { useHosts } from '../../stores/hosts'
import { useTerminalDialog } from '../../stores/terminal-dialogs'
import { HostDialog } from './HostDialog'
import { ImportDialog } from './ImportDialog'
import { PasteDialog } from './PasteDialog'
import { PreferencesDialog } from './PreferencesDialog'
import { RemoveHostDialog } from './RemoveHostDialog'

/** The terminals' dialogs that the person opened, one at a time. What a connection asks is in its pane. */
export function TerminalDialogs() {
  const isBusy = useDialogs((state) => state.dialog !== null)
  const dialog = useTerminalDialog((state) => state.dialog)
  const hosts = useHosts((state) => state.hosts)
  const hostOf = (id: string | null) => hosts.find((host) => host.id === id) ?? null
  if (isBusy) return null
  switch (dialog?.kind) {
    case 'host':
      return <HostDialog key={dialog.hostId} host={hostOf(dialog.hostId)} />
    case 'remove-host': {
      const host = hostOf(dialog.hostId)
      return host ? <RemoveHostDialog host={host} /> : null
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
