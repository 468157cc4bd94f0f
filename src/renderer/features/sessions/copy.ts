import type { ListContext } from '../../../shared/columns/column'
import { type ColumnId, columnOf } from '../../../shared/columns/columns'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { sessionListText } from '../../../shared/text/session-list'
import { request } from '../../bridge'
import { clipboardTable } from '../../lib/csv'
import { useHealthStore } from '../../stores/health'
import { getPresenter } from '../../stores/presentation'
import { loadRows } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { useSelection } from '../../stores/selection'
import { getSession } from '../../stores/session'
import { showToast } from '../../stores/toasts'
import { useView } from '../../stores/view'
import { getAccounts } from '../../stores/workspace'

/** Rows that are copied at once; an export takes any number. */
const mostRows = 5_000

/**
 * Puts what the list says of a session on the clipboard, or of all that are chosen where it is one of them: a line each,
 * with a cell for each column that is shown.
 */
export async function copyRows(key: SessionKey): Promise<void> {
  const { selected } = useSelection.getState()
  const isOne = selected.size < 2 || !selected.has(key)
  if (!isOne && selected.size > mostRows) return say(sessionListText.tooManyRows(mostRows))
  const says = saidOf(context())
  const { shownColumns } = useView.getState()
  // The watch thread has the rows that the window does not have.
  const rows = isOne ? knownRow(key) : await loadRows(selected.choice)
  if (rows.length === 0) return say(sessionListText.nothingCopied)
  await write(clipboardTable(rows.map((row) => shownColumns.map((column) => says(row, column)))))
}

/** Puts one cell there. */
export async function copyCell(key: SessionKey, column: ColumnId): Promise<void> {
  for (const row of knownRow(key)) await write(saidOf(context())(row, column) ?? '')
}

/** What columns say of a row, as it is on screen: while presenting with stand-ins. */
const saidOf = (known: ListContext) => (row: RosterRow, column: ColumnId) =>
  columnOf(column).says(getPresenter().row(row), known)

const context = (): ListContext => ({
  accountLabels: new Map(getAccounts().map(({ id, label }) => [id, label])),
  scriptNames: useScripts.getState().names,
  scopes: useHealthStore.getState().scopes,
  now: Date.now(),
})

function knownRow(key: SessionKey): readonly RosterRow[] {
  const row = getSession(key)?.row
  return row ? [row] : []
}

async function write(text: string): Promise<void> {
  const written = await request('clipboard.write', { text })
  if (!written.ok) say(written.error.message)
}

const say = (text: string) => showToast({ id: 'copy', role: 'alert', text, action: null })
