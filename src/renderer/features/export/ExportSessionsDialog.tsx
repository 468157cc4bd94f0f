import { useEffect, useState } from 'react'
import { counted } from '../../../shared/counted'
import { ok } from '../../../shared/result'
import type { RosterRow, SessionKey } from '../../../shared/session'
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
  const filtered = { value: 'filtered', label: `All listed sessions (${counted(listed, 'session')})` }
  const selection = { value: 'selected', label: `The selection (${counted(chosen.length, 'session')})` }
  return (
    <ExportDialog
      title="Export sessions"
      // A row that is merely open is no choice of one.
      sources={
        chosen.length > 1 ? [selection, filtered] : chosen.length === 1 ? [filtered, selection] : [filtered]
      }
      personal="With keys, hardware IDs and IP addresses"
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
