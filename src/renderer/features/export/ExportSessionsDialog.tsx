import { useEffect, useState } from 'react'
import { ok } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { filesText } from '../../../shared/text/files'
import { closeDialog } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { getPresenter } from '../../stores/presentation'
import { loadKeys, loadRows, roster, useSessionList } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { useSelection } from '../../stores/selection'
import { getAccounts } from '../../stores/workspace'
import { ExportDialog } from './ExportDialog'
import { sessionsText } from './session-export'

/** The live ones of these sessions; `null` until they are there. */
function useLiveRows(keys: ReadonlySet<SessionKey>): readonly RosterRow[] | null {
  const [rows, setRows] = useState<readonly RosterRow[] | null>(null)
  useEffect(() => {
    let isOpen = true
    void loadRows({ keys: [...keys] }).then((loaded) => isOpen && setRows(loaded))
    return () => {
      isOpen = false
    }
  }, [keys])
  return rows
}

/** Every live session that the list shows, in its order. */
const listedRows = async () => loadRows({ keys: await loadKeys(0, roster.list.keys.length) })

/** Writes sessions to a file: the selection, or everything that the list shows. */
export function ExportSessionsDialog() {
  const selected = useSelection((state) => state.selected)
  const listed = useSessionList(({ reached }) => reached)
  const chosen = useLiveRows(selected)
  if (!chosen) return null
  const filtered = { value: 'filtered', label: filesText.allListed(listed) }
  const selection = { value: 'selected', label: filesText.selection(chosen.length) }
  return (
    <ExportDialog
      title={filesText.sessions}
      // A row that is merely open is no choice of one.
      sources={
        chosen.length > 1 ? [selection, filtered] : chosen.length === 1 ? [filtered, selection] : [filtered]
      }
      personal={filesText.withPersonal}
      fileName="sessions"
      onClose={closeDialog}
      build={async ({ source, ...choice }) => {
        const accountLabels = new Map(getAccounts().map(({ id, label }) => [id, label]))
        const { scopes } = useHealthStore.getState()
        const facts = { accountLabels, scopes, scriptNames: useScripts.getState().names }
        const rows = source === 'selected' ? chosen : await listedRows()
        return ok(sessionsText(rows.map(getPresenter().row), facts, choice))
      }}
    />
  )
}
