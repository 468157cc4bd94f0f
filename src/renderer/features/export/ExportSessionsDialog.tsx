import { useEffect, useState } from 'react'
import { ok } from '../../../shared/result'
import { filesText } from '../../../shared/text/files'
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
  const filtered = { value: 'filtered', label: filesText.allListed(listed) }
  const selection = { value: 'selected', label: filesText.selection(chosen) }
  return (
    <ExportDialog
      title={filesText.sessions}
      // A row that is merely open is no choice of one.
      sources={chosen > 1 ? [selection, filtered] : chosen === 1 ? [filtered, selection] : [filtered]}
      personal={filesText.withPersonal}
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
