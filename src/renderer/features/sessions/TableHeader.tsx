import { ChevronDown, ChevronUp } from 'lucide-react'
import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useRef } from 'react'
import { classNames } from '../../components/class-names'
import table from '../../components/grid/grid.module.css'
import { Tooltip } from '../../components/Tooltip'
import { type ColumnId, columns, gridTemplate, maxColumnWidth } from '../../lib/columns'
import { isPressed } from '../../lib/shortcuts'
import { setColumnWidths, sortBy, useView } from '../../stores/view'
import { ColumnFilter } from './ColumnFilter'
import styles from './SessionTable.module.css'

/** One step of the keyboard on a column's border, CSS px. */
const stepPx = 16

/** A column that there is room for, and its place among all that are shown, from 1. */
export type PlacedColumn = { id: ColumnId; position: number }

type HeaderProps = { grid: RefObject<HTMLTableElement | null>; placed: readonly PlacedColumn[] }
type HeaderCellProps = PlacedColumn & HeaderProps & { measure(): Partial<Record<ColumnId, number>> }

/** The columns' names: press to sort, filter, drag the border (or Shift and an arrow on the name). */
export const TableHeader = memo(function TableHeader({ grid, placed }: HeaderProps) {
  const header = useRef<HTMLTableRowElement>(null)
  /** What each column measures now, so that one border moves and no other. */
  const measure = () => {
    const cells = [...(header.current?.children ?? [])]
    return Object.fromEntries(
      placed.map(({ id }, index) => [id, Math.round(cells[index]?.getBoundingClientRect().width ?? 0)]),
    ) as Partial<Record<ColumnId, number>>
  }
  return (
    <thead className={table.head}>
      <tr ref={header} aria-rowindex={1} className={table.headRow}>
        {placed.map((column) => (
          <HeaderCell key={column.id} {...column} placed={placed} measure={measure} grid={grid} />
        ))}
      </tr>
    </thead>
  )
})

function HeaderCell(props: HeaderCellProps) {
  const { id: column, position, measure } = props
  const direction = useView(({ sort }) => (sort.column === column ? sort.direction : undefined))
  const { label, help } = columns[column]
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPressed('columnWidth', event)) return
    const by = event.key === 'ArrowLeft' ? -stepPx : stepPx
    event.preventDefault()
    const widths = measure()
    setColumnWidths({ ...widths, [column]: bounded(column, (widths[column] ?? 0) + by) })
  }
  return (
    <th
      scope="col"
      aria-label={label}
      aria-colindex={position}
      aria-sort={direction ?? 'none'}
      className={classNames(table.headCell, styles.headCell)}
    >
      <Tooltip text={`${help}. Shift+← and → change its width`}>
        <button type="button" className={table.sort} onClick={() => sortBy(column)} onKeyDown={onKeyDown}>
          <span className={table.headLabel}>{label}</span>
          {direction === 'ascending' ? <ChevronUp aria-hidden /> : null}
          {direction === 'descending' ? <ChevronDown aria-hidden /> : null}
        </button>
      </Tooltip>
      <ColumnFilter column={column} />
      <Border {...props} />
    </th>
  )
}

const bounded = (column: ColumnId, width: number): number =>
  Math.round(Math.min(maxColumnWidth, Math.max(columns[column].minWidth, width)))

function Border({ id: column, placed, measure, grid }: HeaderCellProps) {
  const width = useView((view) => view.columnWidths?.[column])
  const drag = useRef<{ startX: number; widths: Partial<Record<ColumnId, number>> } | null>(null)
  const at = (clientX: number) => {
    if (!drag.current) return null
    const { startX, widths } = drag.current
    return { ...widths, [column]: bounded(column, (widths[column] ?? 0) + clientX - startX) }
  }
  const press = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { startX: event.clientX, widths: measure() }
  }
  // While dragging only the grid's variable moves: no row renders until the border is let go.
  const move = (event: PointerEvent) => {
    const widths = at(event.clientX)
    const ids = placed.map(({ id }) => id)
    if (widths) grid.current?.style.setProperty('--columns', gridTemplate(ids, widths))
  }
  const letGo = (event: PointerEvent) => {
    const widths = event.clientX === drag.current?.startX ? null : at(event.clientX)
    drag.current = null
    if (widths) setColumnWidths(widths)
  }
  return (
    <hr
      tabIndex={-1}
      aria-label={`Width of ${columns[column].label}`}
      aria-orientation="vertical"
      aria-valuenow={width ?? columns[column].share}
      aria-valuemin={columns[column].minWidth}
      aria-valuemax={maxColumnWidth}
      className={styles.border}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    />
  )
}
