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
  /** The menu at the pointer, for the row with this key; `null`: it has none. */
  menu?(key: string): GridMenu | null
  onMenuOpenChange?(open: boolean): void
  /** Beside the grid's own. */
  className?: string
  /** A GridHead and a GridBody. */
  children: ReactNode
}

type GridMenu = { label: string; items: ReactNode }

/**
 * The one table of the app, around its head and its body: any number of rows, of which only those on screen exist.
 * A table whose rows are walked through is a grid: ARIA in HTML allows it, and cells keep their names.
 */
export function Grid(props: GridProps) {
  const { layout, menu } = props
  const [menuKey, setMenuKey] = useState<string | null>(null)
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
          const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
          setMenuKey(row?.getAttribute('data-key') ?? null)
          if (!row) event.stopPropagation()
        }}
      >
        {props.children}
      </table>
    </div>
  )
  if (!menu) return body
  const shown = menuKey === null ? null : menu(menuKey)
  return (
    <ContextMenu
      label={shown?.label ?? props.label}
      items={shown?.items ?? null}
      onOpenChange={props.onMenuOpenChange}
    >
      {body}
    </ContextMenu>
  )
}

function sizeOf({ placed, widths, height }: GridLayout<GridColumn>, rowCount: number) {
  const columns = placed.map(({ column }) => column)
  return {
    '--columns': gridTemplate(columns, widths),
    minWidth: leastWidth(columns, widths),
    height: rowCount * height.row + height.header,
  } as CSSProperties
}
