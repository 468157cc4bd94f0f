import { type ComponentProps, createContext, type ReactNode, useContext } from 'react'
import type { RowHeights } from '../../lib/row-window'
import { classNames } from '../class-names'
import styles from './grid.module.css'
import type { GridColumn, PlacedColumn } from './grid-columns'
import type { RowHandlers } from './use-row-handlers'

/** Where a row stands. */
export type RowPlace = {
  rowKey: string
  /** Its place among all rows, from 0. */
  index: number
  /** The one row that Tab reaches. */
  isTabStop: boolean
}

type GridRowContext = {
  handlers: RowHandlers
  /** The DOM id of a row's element. */
  elementId(key: string): string
  height: RowHeights
}

/** What a GridBody tells its rows. */
export const GridRowContext = createContext<GridRowContext | null>(null)

type GridRowProps = RowPlace & {
  /** The accessible name; `undefined`: its cells are. */
  label: string | undefined
  /** `undefined`: rows cannot be chosen. */
  isSelected: boolean | undefined
  /** Whether it is open elsewhere, in a dialog or beside the grid. */
  isOpen: boolean
} & Pick<ComponentProps<'tr'>, 'className' | 'style' | 'children' | 'onPointerEnter' | 'onPointerLeave'> & {
    [data: `data-${string}`]: string | true | undefined
  }

/** The element of a row: its place, its name, its keys. */
export function GridRow(props: GridRowProps) {
  const { rowKey, index, isTabStop, label, isSelected, isOpen, className, style, children, ...rest } = props
  const context = useContext(GridRowContext)
  if (!context) throw new Error('A GridRow lies in a GridBody')
  const { handlers, elementId, height } = context
  const row = { key: rowKey, index }
  return (
    <tr
      {...rest}
      id={elementId(rowKey)}
      aria-rowindex={index + 2}
      aria-label={label}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-key={rowKey}
      data-open={isOpen || undefined}
      className={classNames(styles.row, className)}
      style={{ ...style, transform: `translateY(${index * height.row}px)` }}
      onClick={(event) => handlers.click(event, row)}
      onKeyDown={(event) => handlers.press(event, row)}
      onFocus={() => handlers.focus(rowKey)}
    >
      {children}
    </tr>
  )
}

/** The place of a row that is not at hand yet: where somebody jumps in a long list, something stands at once. */
export function AwaitedRow(props: {
  index: number
  height: RowHeights
  placed: readonly PlacedColumn<GridColumn>[]
}) {
  return (
    <tr
      aria-hidden
      className={classNames(styles.row, styles.awaited)}
      style={{ transform: `translateY(${props.index * props.height.row}px)` }}
    >
      <GridCells placed={props.placed} cell={() => null} />
    </tr>
  )
}

/** The cells of a row, one for each column that there is room for; `place` counts those, from 0. */
export function GridCells<C extends GridColumn>(props: {
  placed: readonly PlacedColumn<C>[]
  cell(column: C, place: number): ReactNode
}) {
  return props.placed.map(({ column, position }, place) => (
    <td
      key={column.id}
      aria-colindex={position}
      className={classNames(styles.cell, column.align && styles[column.align])}
    >
      {props.cell(column, place)}
    </td>
  ))
}
