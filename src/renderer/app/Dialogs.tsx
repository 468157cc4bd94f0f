import { AccountDialog } from '../features/accounts/AccountDialog'
import { DisconnectDialog } from '../features/actions/DisconnectDialog'
import { MessageDialog } from '../features/actions/MessageDialog'
import { BatchDialog } from '../features/bulk/BatchDialog'
import { BulkDialog } from '../features/bulk/BulkDialog'
import { ExportDetailsDialog } from '../features/export/ExportDetailsDialog'
import { ExportSessionsDialog } from '../features/export/ExportSessionsDialog'
import { LogsDialog } from '../features/logs/LogsDialog'
import { PersonDialog } from '../features/person/PersonDialog'
import { SettingsDialog } from '../features/settings/SettingsDialog'
import { ShortcutsDialog } from '../features/settings/ShortcutsDialog'
import { useDialogs } from '../stores/dialogs'
import { Palette } from './palette/Palette'

/** What is open: a dialog, the box that finds a person, or a dialog over that box. */
export function Dialogs() {
  const { isFinding, wanted } = useDialogs()
  return isFinding ? <PersonDialog wanted={wanted} over={<OpenDialog />} /> : <OpenDialog />
}

/** The dialog that is open, if one is. Another session or account is another dialog: nothing typed is carried over. */
function OpenDialog() {
  const dialog = useDialogs((state) => state.dialog)
  switch (dialog?.kind) {
    case 'message':
      return <MessageDialog key={dialog.key} sessionKey={dialog.key} />
    case 'disconnect':
      return <DisconnectDialog key={dialog.key} sessionKey={dialog.key} />
    case 'logs':
      return <LogsDialog key={dialog.key} sessionKey={dialog.key} />
    case 'account':
      return <AccountDialog key={dialog.accountId} accountId={dialog.accountId} />
    case 'export-sessions':
      return <ExportSessionsDialog />
    case 'export-details':
      return <ExportDetailsDialog key={dialog.key} sessionKey={dialog.key} />
    case 'bulk':
      return <BulkDialog {...dialog} />
    case 'batch':
      return <BatchDialog key={dialog.id} id={dialog.id} />
    case 'settings':
      return <SettingsDialog />
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutsDialog />
    default:
      return null
  }
}
