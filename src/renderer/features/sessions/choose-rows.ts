import type { SessionKey } from '../../../shared/session'
import { Chosen } from '../../stores/chosen'
import { roster } from '../../stores/roster'
import { selectAll, selectTo, useSelection } from '../../stores/selection'

/** Chooses everything between the row where the range began and this one. */
export function extendTo(key: SessionKey): void {
  const { anchor } = useSelection.getState()
  const { keys } = roster.list
  const end = keys.indexOf(key)
  const begin = anchor === null ? -1 : keys.indexOf(anchor)
  const start = begin < 0 ? end : begin
  selectTo(key, begin < 0 ? key : anchor, chosenRows(Math.min(start, end), Math.max(start, end) + 1))
}

/** Chooses every row, as they are on screen. */
export const chooseAll = (): void => selectAll(chosenRows(0, roster.list.keys.length))

/** The rows from a place to before another: by their keys, where the window has all of these. */
function chosenRows(from: number, to: number): Chosen {
  const { keys } = roster.list
  const all = keys.slice(from, to)
  return all ? Chosen.of(all) : Chosen.inStretch({ revision: keys.revision, from, to }, keys.within(from, to))
}
