import { type ReactNode, useCallback, useMemo, useState } from 'react'
import styles from './DataTable.module.css'
import { Grid } from './Grid'
import { GridBody } from './GridBody'
import { GridHead } from './GridHead'
import { GridCells, GridRow } from './GridRow'
import { type ColumnSort, type DataColumn, nextSort, sortedRows } from './grid-columns'
import { type RowActions, rowsOf } from './rows'
import { useGridLayout } from './use-grid-layout'
import { type RowSelection, useRangeChoice } from './use-range-choice'

export type { DataColumn } from './grid-columns'

/** Rows before the end at which more are requested. */
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
  /** Further keys of a row, by its key. */
  shortcuts?: RowActions['shortcuts']
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

/** A grid of rows that are all at hand, which orders them itself. Remount it (`key`) for other columns. */
export function DataTable<R>(props: DataTableProps<R>) {
  if (props.rows.length === 0) return <div className={styles.area}>{props.empty}</div>
  return <Rows {...props} />
}

const canSort = <R,>(column: DataColumn<R>) => column.sort !== undefined

function Rows<R>(props: DataTableProps<R>) {
  const { columns, rowKey, rowLabel, selection, menu, question, onNearEnd } = props
  const [sort, setSort] = useState<ColumnSort | null>(null)
  const [focused, setFocused] = useState(props.initialFocus ?? null)
  const sorted = useMemo(() => sortedRows(props.rows, columns, sort), [props.rows, columns, sort])
  const layout = useGridLayout(columns, sort?.column ?? null)
  const rows = rowsOf(sorted, rowKey)
  const rowOf = (key: string) => sorted[rows.indexOf(key)]
  const { choice, begin } = useRangeChoice(rows, selection)
  const actions: RowActions = {
    open({ index }) {
      begin(index)
      const row = sorted[index]
      if (row !== undefined) props.onOpen?.(row)
    },
    choice,
    leave() {
      if (!selection || selection.selected.size === 0) return false
      selection.onChange(new Set())
      return true
    },
    shortcuts: props.shortcuts,
  }
  const count = rows.count
  const onDrawn = useCallback(
    (indexes: readonly number[]) => {
      if ((indexes.at(-1) ?? 0) >= count - rowsAhead) onNearEnd?.()
    },
    [count, onNearEnd],
  )
  return (
    <Grid
      label={props.label}
      layout={layout}
      rowCount={count}
      isMultiselectable={selection !== undefined}
      menu={
        menu &&
        ((key) => {
          const row = rowOf(key)
          return row === undefined ? null : { label: rowLabel(row), items: menu(row) }
        })
      }
    >
      <GridHead
        layout={layout}
        sort={sort}
        canSort={canSort}
        onSort={({ id }) => setSort(nextSort(sort, id))}
      />
      <GridBody
        layout={layout}
        rows={rows}
        actions={actions}
        focused={focused}
        onFocus={setFocused}
        initialFocus={props.initialFocus}
        question={useMemo(() => ({ sort, question }), [sort, question])}
        onDrawn={onDrawn}
        row={(place) => {
          const row = sorted[place.index]
          return row === undefined ? null : (
            <GridRow
              {...place}
              label={rowLabel(row)}
              isSelected={selection?.selected.has(place.rowKey)}
              isOpen={props.openKey === place.rowKey}
            >
              <GridCells placed={layout.placed} cell={(column) => column.render(row)} />
            </GridRow>
          )
        }}
      />
    </Grid>
  )
}
