import { ok } from '../../../shared/result'
import type { SessionKey } from '../../../shared/session'
import { counted } from '../../lib/format'
import { closeDialog } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { getPresenter } from '../../stores/presentation'
import { roster } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { useSelection } from '../../stores/selection'
import { getAccounts } from '../../stores/workspace'
import { sessionList } from '../sessions/list'
import { ExportDialog } from './ExportDialog'
import { sessionsText } from './session-export'

const rowsOf = (keys: Iterable<SessionKey>) =>
  Array.from(keys, (key) => roster.row(key)).filter((row) => row !== undefined)

/** Writes sessions to a file: the selection, or everything that the list shows. */
export function ExportSessionsDialog() {
  const selected = useSelection((state) => state.selected)
  const listed = rowsOf(sessionList.snapshot.keys)
  const chosen = rowsOf(selected)
  const filtered = {
    value: 'filtered',
    label: `Everything in the list (${counted(listed.length, 'session')})`,
  }
  const selection = { value: 'selected', label: `The selection (${counted(chosen.length, 'session')})` }
  return (
    <ExportDialog
      title="Export sessions"
      // A row that is merely open is no choice of one.
      sources={
        chosen.length > 1 ? [selection, filtered] : chosen.length === 1 ? [filtered, selection] : [filtered]
      }
      personal="With keys, hardware ids and IP addresses"
      fileName="sessions"
      onClose={closeDialog}
      build={async ({ source, ...choice }) => {
        const accountLabels = new Map(getAccounts().map(({ id, label }) => [id, label]))
        const { scopes } = useHealthStore.getState()
        const facts = { accountLabels, scopes, scriptNames: useScripts.getState().names }
        const rows = source === 'selected' ? chosen : listed
        return ok(sessionsText(rows.map(getPresenter().row), facts, choice))
      }}
    />
  )
}
