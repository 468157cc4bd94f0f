import { componentsText } from '../../../shared/text/components'
import { DragBorder } from '../DragBorder'
import { boundedWidth, fittedWidths, measuredWidths, type Widths } from './column-widths'
import styles from './grid.module.css'
import { type GridColumn, gridTemplate, maxColumnWidth } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** The end of a column's header: dragged, the column is as wide as somebody likes; pressed twice, as its texts are. */
export function ColumnBorder(props: {
  column: GridColumn
  layout: GridLayout
  onWidths(widths: Widths): void
}) {
  const { column, layout, onWidths } = props
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
      onTake={() => measuredWidths(layout)}
      // While dragging only the grid's variable moves: no row renders until the border is let go.
      onDrag={(widths, byPx) => {
        const columns = layout.placed.map((placed) => placed.column)
        layout.table.current?.style.setProperty('--columns', gridTemplate(columns, dragged(widths, byPx)))
      }}
      onLetGo={(widths, byPx) => {
        if (byPx !== 0) onWidths(dragged(widths, byPx))
      }}
      onDoubleClick={() => onWidths(fittedWidths(layout, column))}
    />
  )
}
