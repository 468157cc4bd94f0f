import { type CSSProperties, type ReactNode, useState } from 'react'
import { classNames } from '../class-names'
import { ContextMenu } from '../Menu'
import styles from './grid.module.css'
import { type GridColumn, gridTemplate, leastWidth } from './grid-columns'
import type { GridLayout } from './use-grid-layout'

type GridProps = {
  /** The accessible name, such as "Actions". */
  label: string
  layout: GridLayout<GridColumn>
  rowCount: number
  /** Whether more than one row can be chosen. */
  isMultiselectable: boolean
  /** The menu at the pointer, for the row with this key; `null`: it has none. `column`: whose cell was under the pointer. */
  menu?(key: string, column: string | null): GridMenu | null
  /** The menu of the column with this id, at its name. */
  columnMenu?(id: string): GridMenu
  onMenuOpenChange?(open: boolean): void
  /** Beside the grid's own. */
  className?: string
  /** A GridHead and a GridBody. */
  children: ReactNode
}

type GridMenu = { label: string; items: ReactNode }

/** What was under the pointer when the menu was asked for; both are `null` between the rows. */
type Asked = { row: string | null; column: string | null }

/** A cell knows its column by its place among all of them, a name by its id. */
function askedAt(target: EventTarget, { placed }: GridLayout): Asked {
  if (!(target instanceof Element)) return { row: null, column: null }
  const position = Number(target.closest('td')?.getAttribute('aria-colindex'))
  return {
    row: target.closest('[data-key]')?.getAttribute('data-key') ?? null,
    column:
      target.closest('[data-column]')?.getAttribute('data-column') ??
      placed.find((each) => each.position === position)?.column.id ??
      null,
  }
}

/**
 * The one table of the app, around its head and its body: any number of rows, of which only those on screen exist.
 * A table whose rows are walked through is a grid: ARIA in HTML allows it, and cells keep their names.
 */
export function Grid(props: GridProps) {
  const { layout, menu, columnMenu } = props
  const [{ row, column }, setAsked] = useState<Asked>({ row: null, column: null })
  const body = (
    <div ref={layout.setScroller} className={classNames(styles.scroller, props.className)}>
      <table
        ref={layout.table}
        {...{ role: 'grid', 'aria-multiselectable': props.isMultiselectable || undefined }}
        aria-label={props.label}
        aria-rowcount={props.rowCount + 1}
        aria-colcount={layout.columnCount}
        className={styles.grid}
        style={sizeOf(layout, props.rowCount)}
        onContextMenuCapture={(event) => {
          const asked = askedAt(event.target, layout)
          setAsked(asked)
          if (asked.row === null && !(columnMenu && asked.column !== null)) event.stopPropagation()
        }}
      >
        {props.children}
      </table>
    </div>
  )
  if (!menu) return body
  const shown = row === null ? column !== null && columnMenu?.(column) : menu(row, column)
  return (
    <ContextMenu
      label={shown ? shown.label : props.label}
      items={shown ? shown.items : null}
      onOpenChange={props.onMenuOpenChange}
    >
      {body}
    </ContextMenu>
  )
}

function sizeOf({ placed, widths, height, keptWidth }: GridLayout<GridColumn>, rowCount: number) {
  const columns = placed.map(({ column }) => column)
  return {
    '--columns': gridTemplate(columns, widths),
    minWidth: Math.max(keptWidth ?? 0, leastWidth(columns, widths)),
    height: rowCount * height.row + height.header,
  } as CSSProperties
}
