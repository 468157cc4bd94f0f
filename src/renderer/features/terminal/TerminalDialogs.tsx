import { useDialogs } from '../../stores/dialogs'
import { useHosts } from '../../stores/hosts'
import { useTerminalDialog } from '../../stores/terminal-dialogs'
import { useTerminals } from '../../stores/terminals'
import { HostDialog } from './HostDialog'
import { HostKeyDialog } from './HostKeyDialog'
import { ImportDialog } from './ImportDialog'
import { PasteDialog } from './PasteDialog'
import { PreferencesDialog } from './PreferencesDialog'
import { SecretsDialog } from './SecretsDialog'

/** The terminals' dialogs, one at a time. What a connection asks waits until the person has closed their own. */
export function TerminalDialogs() {
  const isBusy = useDialogs((state) => state.dialog !== null)
  const dialog = useTerminalDialog((state) => state.dialog)
  const prompt = useTerminals((state) => state.prompts[0])
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
      break
  }
  if (prompt?.kind === 'host-key') return <HostKeyDialog key={prompt.id} prompt={prompt} />
  if (prompt?.kind === 'secrets') return <SecretsDialog key={prompt.id} prompt={prompt} />
  return null
}
