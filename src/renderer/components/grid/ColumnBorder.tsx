import { type PointerEvent, useRef } from 'react'
import styles from './grid.module.css'
import { type GridColumn, gridTemplate, maxColumnWidth } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

/** A width within a column's bounds, whole CSS px. */
export const boundedWidth = ({ minWidth }: GridColumn, width: number): number =>
  Math.round(Math.min(maxColumnWidth, Math.max(minWidth, width)))

/** The end of a column's header, to drag. */
export function ColumnBorder(props: {
  column: GridColumn
  layout: GridLayout<GridColumn>
  /** What each column measures now, CSS px. */
  measure(): Readonly<Record<string, number>>
  onWidths(widths: Readonly<Record<string, number>>): void
}) {
  const { column, layout } = props
  const drag = useRef<{ startX: number; widths: Readonly<Record<string, number>> } | null>(null)
  const at = (clientX: number) => {
    if (!drag.current) return null
    const { startX, widths } = drag.current
    return { ...widths, [column.id]: boundedWidth(column, (widths[column.id] ?? 0) + clientX - startX) }
  }
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, widths: props.measure() }
  }
  // While dragging only the grid's variable moves: no row renders until the border is let go.
  const move = (event: PointerEvent) => {
    const widths = at(event.clientX)
    const columns = layout.placed.map((placed) => placed.column)
    if (widths) layout.table.current?.style.setProperty('--columns', gridTemplate(columns, widths))
  }
  const letGo = (event: PointerEvent) => {
    const widths = event.clientX === drag.current?.startX ? null : at(event.clientX)
    drag.current = null
    if (widths) props.onWidths(widths)
  }
  return (
    <hr
      tabIndex={-1}
      aria-label={`Width of ${column.label}`}
      aria-orientation="vertical"
      aria-valuenow={layout.widths?.[column.id] ?? column.share}
      aria-valuemin={column.minWidth}
      aria-valuemax={maxColumnWidth}
      className={styles.border}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  )
}
