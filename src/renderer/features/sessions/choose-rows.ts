import type { SessionKey } from '../../../shared/session'
import { loadKeys, roster } from '../../stores/roster'
import { selectAll, selectTo, useSelection } from '../../stores/selection'

/** Chooses everything between the row where the range began and this one. */
export async function extendTo(key: SessionKey): Promise<void> {
  const { anchor } = useSelection.getState()
  const { keys } = roster.list
  const end = keys.indexOf(key)
  const begin = anchor === null ? -1 : keys.indexOf(anchor)
  const start = begin < 0 ? end : begin
  selectTo(key, begin < 0 ? key : anchor, await loadKeys(Math.min(start, end), Math.max(start, end) + 1))
}

/** Chooses every row. */
export const chooseAll = async (): Promise<void> => selectAll(await loadKeys(0, roster.list.keys.length))
