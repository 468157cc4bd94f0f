import { type ColumnId, columnIds, columns } from '../../../shared/columns/columns'
import type { ColumnWidths } from '../../stores/kept-view'

/** The room that a column takes at least, CSS px. */
const leastWidth = (id: ColumnId, widths: ColumnWidths): number =>
  widths ? (widths[id] ?? columns[id].share) : columns[id].minWidth

/** The room that these columns take at least, CSS px. */
export const leastWidths = (ids: readonly ColumnId[], widths: ColumnWidths): number =>
  ids.reduce((sum, id) => sum + leastWidth(id, widths), 0)

/** In a narrow list these wait for room, the first of them first; the details have them all, a row's sign its state. */
const firstToGo = columnIds
  .filter((id) => columns[id].yields > 0)
  .sort((a, b) => columns[b].yields - columns[a].yields)

/**
 * The columns that fit a list of `width` CSS px side by side: better a few that can be read than all of them cut.
 * A column that was dragged stays, and the list scrolls. So does the one that the list is `sorted` by: the order would
 * have no reason without it.
 */
export function fittingColumns(
  shown: readonly ColumnId[],
  widths: ColumnWidths,
  width: number,
  sorted: ColumnId,
): readonly ColumnId[] {
  let fitting = shown
  for (const id of firstToGo) {
    if (leastWidths(fitting, widths) <= width) break
    const stays = id === sorted || widths?.[id] !== undefined || fitting.length === 1
    if (!stays) fitting = fitting.filter((other) => other !== id)
  }
  return fitting
}

/** `grid-template-columns` for these columns; `widths` (px) where somebody has dragged a border. */
export const gridTemplate = (shown: readonly ColumnId[], widths: ColumnWidths): string =>
  widths
    ? `${shown.map((id) => `${widths[id] ?? columns[id].share}px`).join(' ')} minmax(0, 1fr)`
    : shown.map((id) => `minmax(${columns[id].minWidth}px, ${columns[id].share}fr)`).join(' ')
