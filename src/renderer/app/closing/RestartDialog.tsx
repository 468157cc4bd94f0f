import { useEffect, useState } from 'react'
import { closingText } from '../../../shared/text/closing'
import { batchState } from '../../actions/bulk-words'
import { request } from '../../bridge'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { batchesUnderWay } from '../../features/bulk/bulk'
import { flushDrafts } from '../../features/scripts/kept-drafts'
import { useTerminals } from '../../features/terminal/terminals'
import { closeDialog } from '../../stores/dialogs'
import { getPresenter } from '../../stores/presentation'

/** Most things that are named; the rest is counted. */
const namedAtOnce = 6

/** What would end with this application: terminals that are connected, and bulk actions that may still send something. */
function workInProgress(): string[] {
  const presenter = getPresenter()
  const terminals = [...useTerminals.getState().byId.values()]
    .filter(({ state }) => state.kind !== 'idle' && state.kind !== 'ended')
    .map(({ target, label }) => {
      const kind = target.kind === 'machine' ? 'Machine' : 'Host'
      return closingText.terminal(presenter.name(kind, label))
    })
  const batches = batchesUnderWay().map((batch) => presenter.text(batchState(batch)))
  return [...batches, ...terminals]
}

/** What was typed is written down before everything ends. */
const install = () => void flushDrafts().then(() => request('update.install'))

/** Installs the next version and starts it; asks first where that ends something, and names it. */
export function RestartDialog() {
  const [work] = useState(workInProgress)
  const isFree = work.length === 0
  useEffect(() => {
    if (!isFree) return
    closeDialog()
    install()
  }, [isFree])
  if (isFree) return null
  const named = work.slice(0, namedAtOnce)
  const others = work.length - named.length
  return (
    <ConfirmDialog
      title={closingText.restartTitle}
      confirm={closingText.restart}
      onClose={closeDialog}
      onConfirm={install}
    >
      {closingText.restartEnds(named.join('; '), others)}
    </ConfirmDialog>
  )
}
