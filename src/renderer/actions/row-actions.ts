import { rowLabel } from '../../shared/list/row-label'
import { providerCatalog } from '../../shared/providers/catalog'
import type { RosterRow, SessionKey } from '../../shared/session'
import { refusalsText } from '../../shared/text/refusals'
import { isolated } from '../lib/direction'
import { openBulk, openDisconnect, openMessage } from '../stores/dialogs'
import { getPresenter } from '../stores/presentation'
import { loadRows, roster } from '../stores/roster'
import { useSelection } from '../stores/selection'
import { getSession, type ShownSession } from '../stores/session'
import { showToast } from '../stores/toasts'

/** What can be asked for a row. */
type RowAction = 'message' | 'disconnect'

const capable: Readonly<Record<RowAction, (row: RosterRow) => boolean>> = {
  message: (row) => providerCatalog[row.provider].message !== 'none',
  disconnect: (row) => providerCatalog[row.provider].disconnect && row.disconnecting === null,
}

/** Whether the session's provider can do it, and nothing of the kind is under way. */
export const canAct = (action: RowAction, row: RosterRow): boolean => capable[action](row)

/**
 * Asks for an action on the session that the person pressed on, or on the selection that it is part of. If that one has left meanwhile nothing is done, and
 * a toast says so: whoever took its place on screen is not meant.
 */
export function act(action: RowAction, key: SessionKey): void {
  const { selected } = useSelection.getState()
  if (selected.size > 1 && selected.has(key)) {
    openBulk({ action, aim: selected.choice })
    return
  }
  const known = getSession(key)
  if (known) askFor(action, key, known)
  // Not one of the list's rows: the machines have theirs from elsewhere.
  else
    void loadRows({ kind: 'sessions', keys: [key] }).then(([row]) => {
      if (row) roster.learn(row)
      askFor(action, key, getSession(key))
    })
}

function askFor(action: RowAction, key: SessionKey, session: ShownSession | null): void {
  if (!session || session.leftAt !== null) {
    const who = session ? isolated(rowLabel(getPresenter().row(session.row))) : refusalsText.thatSession
    const text = session?.isWatched === false ? refusalsText.noLongerWatched(who) : refusalsText.hadLeft(who)
    showToast({ id: `left:${key}`, role: 'alert', text, action: null })
    return
  }
  if (!canAct(action, session.row)) return
  if (action === 'message') openMessage(key)
  else openDisconnect(key)
}
