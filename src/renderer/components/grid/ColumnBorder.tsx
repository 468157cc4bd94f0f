import { componentsText } from '../../../shared/text/components'
import { DragBorder } from '../DragBorder'
import styles from './grid.module.css'
import { type GridColumn, gridTemplate, maxColumnWidth } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** Of each column by its id, CSS px. */
type Widths = Readonly<Record<string, number>>

/** A width within a column's bounds, whole CSS px. */
export const boundedWidth = ({ minWidth }: GridColumn, width: number): number =>
  Math.round(Math.min(maxColumnWidth, Math.max(minWidth, width)))

/** The end of a column's header, to drag. */
export function ColumnBorder(props: {
  column: GridColumn
  layout: GridLayout<GridColumn>
  /** What each column measures now. */
  measure(): Widths
  onWidths(widths: Widths): void
}) {
  const { column, layout } = props
  const dragged = (widths: Widths, byPx: number): Widths => ({
    ...widths,
    [column.id]: boundedWidth(column, (widths[column.id] ?? 0) + byPx),
  })
  return (
    <DragBorder
      label={componentsText.widthOf(column.label)}
      width={{
        now: layout.widths?.[column.id] ?? column.share,
        min: column.minWidth,
        max: maxColumnWidth,
      }}
      className={styles.border}
      isFocusable={false}
      onTake={props.measure}
      // While dragging only the grid's variable moves: no row renders until the border is let go.
      onDrag={(widths, byPx) => {
        const columns = layout.placed.map((placed) => placed.column)
        layout.table.current?.style.setProperty('--columns', gridTemplate(columns, dragged(widths, byPx)))
      }}
      onLetGo={(widths, byPx) => {
        if (byPx !== 0) props.onWidths(dragged(widths, byPx))
      }}
    />
  )
}
