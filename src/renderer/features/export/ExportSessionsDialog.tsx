import { useEffect, useState } from 'react'
import { counted } from '../../../shared/counted'
import { ok } from '../../../shared/result'
import { request } from '../../bridge'
import type { Chosen } from '../../stores/chosen'
import { closeDialog } from '../../stores/dialogs'
import { useHealthStore } from '../../stores/health'
import { getPresenter } from '../../stores/presentation'
import { everyoneShown, loadRows, useSessionList } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { useSelection } from '../../stores/selection'
import { getAccounts } from '../../stores/workspace'
import { ExportDialog } from './ExportDialog'
import { sessionsText } from './session-export'

/** How many of the chosen sessions are live; `null` until that is known. */
function useLiveCount(selected: Chosen): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let isOpen = true
    const counting = selected.size > 0 ? request('session.live', selected.choice) : ok(0)
    void Promise.resolve(counting).then((result) => isOpen && setCount(result.ok ? result.value : 0))
    return () => {
      isOpen = false
    }
  }, [selected])
  return count
}

/** Writes sessions to a file: the selection, or everything that the list shows. */
export function ExportSessionsDialog() {
  const selected = useSelection((state) => state.selected)
  const listed = useSessionList(({ reached }) => reached)
  const chosen = useLiveCount(selected)
  if (chosen === null) return null
  const filtered = { value: 'filtered', label: `All listed sessions (${counted(listed, 'session')})` }
  const selection = { value: 'selected', label: `The selection (${counted(chosen, 'session')})` }
  return (
    <ExportDialog
      title="Export sessions"
      // A row that is merely open is no choice of one.
      sources={chosen > 1 ? [selection, filtered] : chosen === 1 ? [filtered, selection] : [filtered]}
      personal="With keys, hardware IDs and IP addresses"
      fileName="sessions"
      onClose={closeDialog}
      build={async ({ source, ...choice }) => {
        const accountLabels = new Map(getAccounts().map(({ id, label }) => [id, label]))
        const { scopes } = useHealthStore.getState()
        const facts = { accountLabels, scopes, scriptNames: useScripts.getState().names }
        const rows = await loadRows(source === 'selected' ? selected.choice : everyoneShown())
        return ok(sessionsText(rows.map(getPresenter().row), facts, choice))
      }}
    />
  )
}
