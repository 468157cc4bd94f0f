import { ChevronDown, ChevronUp } from 'lucide-react'
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react'
import { classNames } from '../class-names'
import { ContextMenu } from '../Menu'
import { useWindowContext } from '../window-context'
import styles from './DataTable.module.css'
import table from './grid.module.css'
import { type ColumnSort, type DataColumn, leastWidth, nextSort, sortedRows } from './grid-columns'
import { useFittingColumns } from './use-fitting-columns'
import { useRowFocus } from './use-row-focus'
import { type RowSelection, useRowKeys } from './use-row-keys'
import { scrollToRow, useRowWindow, useStartAtTop } from './use-row-window'

export type { DataColumn } from './grid-columns'

/** Heights in CSS px; the tokens --row-height and --header-height say the same. */
const heights = { regular: { row: 32, header: 30 }, compact: { row: 28, header: 28 } } as const
/** So many rows before the last one, more are asked for. */
const rowsAhead = 40

type DataTableProps<R> = {
  /** The accessible name, such as "Actions". */
  label: string
  columns: readonly DataColumn<R>[]
  /** In the order that is shown until a header is pressed. */
  rows: readonly R[]
  /** Tells rows apart; the same row keeps it. */
  rowKey(row: R): string
  /** The accessible name of a row. */
  rowLabel(row: R): string
  /** A click or Enter. */
  onOpen?(row: R): void
  /** The key of the row that is open elsewhere, in a dialog or beside the table. */
  openKey?: string | null
  /** The row that has the keyboard when the table appears. */
  initialFocus?: string | null
  selection?: RowSelection
  /** The items of the menu at the pointer. */
  menu?(row: R): ReactNode
  /** Stands in place of the table while there is no row. */
  empty: ReactNode
  /** What the rows are an answer to: another one begins at the top. The same one keeps its identity. */
  question?: unknown
  /** The last rows come near the screen: whoever has more may add them. */
  onNearEnd?(): void
}

/** Rows to look through: any number of them, only those on screen exist. Remount it (`key`) for other columns. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { density } = useWindowContext()
  if (props.rows.length === 0) return <div className={styles.area}>{props.empty}</div>
  // What was measured at one height does not hold at another.
  return <Rows key={density} {...props} height={heights[density]} />
}

type Heights = (typeof heights)[keyof typeof heights]

function Rows<R>(props: DataTableProps<R> & { height: Heights }) {
  const { rowKey, onOpen, onNearEnd, height, selection } = props
  const [sort, setSort] = useState<ColumnSort | null>(null)
  const rows = useMemo(() => sortedRows(props.rows, props.columns, sort), [props.rows, props.columns, sort])
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const columns = useFittingColumns(props.columns, scroller, sort)
  const positions = new Map(props.columns.map((column, index) => [column.id, index + 1]))
  const placeOf = (key: string | null) => (key === null ? -1 : rows.findIndex((row) => rowKey(row) === key))
  const focus = useRowFocus(props.initialFocus ?? null)
  const tabStop = Math.max(0, placeOf(focus.key))
  const drawn = useRowWindow({ count: rows.length, tabStop, scroller, height })
  useStartAtTop(scroller, sort)
  useStartAtTop(scroller, props.question)
  const lastShown = drawn.at(-1) ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - rowsAhead) onNearEnd?.()
  }, [lastShown, rows.length, onNearEnd])
  const keys = useRowKeys({
    keyAt: (index) => {
      const row = rows[index]
      return row === undefined ? null : rowKey(row)
    },
    count: rows.length,
    pageRows: () => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height.row) - 2),
    selection,
    open: (index) => {
      const row = rows[index]
      if (row !== undefined) onOpen?.(row)
    },
    reveal: (index, key) => {
      focus.give(key)
      scrollToRow(scroller, index, height)
    },
    touch: focus.touch,
  })
  const [menuKey, setMenuKey] = useState<string | null>(null)
  const menuRow = rows[placeOf(menuKey)]
  const body = (
    <div ref={setScroller} className={table.scroller}>
      <table
        // A table whose rows are walked through is a grid: ARIA in HTML allows it, and cells keep their names.
        {...{ role: 'grid', 'aria-multiselectable': selection ? true : undefined }}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={props.columns.length}
        className={table.grid}
        style={gridStyle(columns, rows.length, height)}
        onContextMenuCapture={(event) => {
          const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
          setMenuKey(row?.getAttribute('data-key') ?? null)
          if (!row) event.stopPropagation()
        }}
      >
        <Head columns={columns} positions={positions} sort={sort} onSort={setSort} />
        <tbody className={table.body}>
          {drawn.map((index) => {
            const row = rows[index]
            if (row === undefined) return null
            const key = rowKey(row)
            return (
              <tr
                key={key}
                id={focus.elementId(key)}
                aria-rowindex={index + 2}
                aria-label={props.rowLabel(row)}
                aria-selected={selection ? selection.selected.has(key) : undefined}
                tabIndex={index === tabStop ? 0 : -1}
                data-key={key}
                data-open={props.openKey === key || undefined}
                className={table.row}
                style={{ transform: `translateY(${index * height.row}px)` }}
                onClick={(event) => keys.click(event, index)}
                onKeyDown={(event) => keys.press(event, index)}
                onFocus={() => focus.touch(key)}
              >
                <Cells row={row} columns={columns} positions={positions} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
  if (!props.menu) return body
  return (
    <ContextMenu
      label={menuRow === undefined ? props.label : props.rowLabel(menuRow)}
      items={menuRow === undefined ? null : props.menu(menuRow)}
    >
      {body}
    </ContextMenu>
  )
}

const gridStyle = (columns: readonly DataColumn<never>[], rowCount: number, height: Heights) =>
  ({
    '--columns': columns.map(({ minWidth, share }) => `minmax(${minWidth}px, ${share}fr)`).join(' '),
    minWidth: leastWidth(columns),
    height: rowCount * height.row + height.header,
  }) as CSSProperties

/** The columns that are shown, and the place of each among all of them, from 1. */
type ShownColumns<R> = { columns: readonly DataColumn<R>[]; positions: ReadonlyMap<string, number> }

function Cells<R>({ row, columns, positions }: ShownColumns<R> & { row: R }) {
  return columns.map((column) => (
    <td
      key={column.id}
      aria-colindex={positions.get(column.id)}
      className={classNames(table.cell, column.align && styles[column.align])}
    >
      {column.render(row)}
    </td>
  ))
}

function Head<R>(
  props: ShownColumns<R> & { sort: ColumnSort | null; onSort(sort: ColumnSort | null): void },
) {
  const { columns, positions, sort, onSort } = props
  return (
    <thead className={table.head}>
      <tr aria-rowindex={1} className={table.headRow}>
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            position={positions.get(column.id)}
            label={column.label}
            sorts={column.sort !== undefined}
            align={column.align}
            direction={sort?.columnId === column.id ? sort.direction : null}
            onSort={() => onSort(nextSort(sort, column.id))}
          />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell(props: {
  /** Its place among all columns, from 1. */
  position: number | undefined
  label: string
  sorts: boolean
  align: 'end' | undefined
  direction: ColumnSort['direction'] | null
  onSort(): void
}) {
  const { direction } = props
  const name = <span className={table.headLabel}>{props.label}</span>
  const align = props.align && styles[props.align]
  return (
    <th
      scope="col"
      aria-label={props.label}
      aria-colindex={props.position}
      aria-sort={props.sorts ? (direction ?? 'none') : undefined}
      className={classNames(table.headCell, align)}
    >
      {props.sorts ? (
        <button
          type="button"
          title={`Sort by ${props.label.toLowerCase()}`}
          className={classNames(table.sort, align)}
          onClick={props.onSort}
        >
          {name}
          {direction === 'ascending' ? <ChevronUp aria-hidden /> : null}
          {direction === 'descending' ? <ChevronDown aria-hidden /> : null}
        </button>
      ) : (
        <span className={styles.name}>{name}</span>
      )}
    </th>
  )
}
