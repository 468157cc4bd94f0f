import { type CSSProperties, type RefObject, useRef, useState } from 'react'
import type { SessionKey } from '../../../shared/session'
import { classNames } from '../../components/class-names'
import { ContextMenu } from '../../components/Menu'
import table from '../../components/table.module.css'
import { useSessionList } from '../../stores/roster'
import { useView } from '../../stores/view'
import { useSettings } from '../../stores/workspace'
import { gridTemplate } from './column-widths'
import { RowMenu } from './RowMenu'
import styles from './SessionTable.module.css'
import { TableBody } from './TableBody'
import { TableHeader } from './TableHeader'
import { useHold } from './use-hold'
import { useIdLengths, usePlacedColumns } from './use-placed-columns'

/** Heights in CSS px; the tokens --row-height and --header-height say the same. */
const heights = { regular: { row: 32, header: 30 }, compact: { row: 28, header: 28 } } as const
/** The area in which the pointer or the focus keeps the list still. */
type Zone = RefObject<HTMLElement | null>

/** A table whose rows are chosen and walked through is a grid: ARIA in HTML allows it, and cells keep their names. */
const gridRole = { role: 'grid', 'aria-label': 'Live sessions', 'aria-multiselectable': true } as const

/** Every live session, one row each; only those on screen exist. */
export function SessionTable({ zone }: { zone: Zone }) {
  const { density } = useSettings()
  // What was measured at one height does not hold at another.
  return <Table key={density} height={heights[density]} zone={zone} />
}

function Table({ height, zone }: { height: { row: number; header: number }; zone: Zone }) {
  const keys = useSessionList((list) => list.keys)
  const shownColumns = useView((view) => view.shownColumns)
  const columnWidths = useView((view) => view.columnWidths)
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [menu, setMenu] = useState<{ key: SessionKey | null; open: boolean }>({ key: null, open: false })
  useHold(zone, menu.open)
  const { placed, minWidth } = usePlacedColumns(scroller)
  const idLengths = useIdLengths(grid, placed)
  const ids = placed.map(({ id }) => id)
  const style = {
    '--columns': gridTemplate(ids, columnWidths),
    minWidth,
    height: keys.length * height.row + height.header,
  } as CSSProperties
  return (
    <ContextMenu
      label="Session"
      onOpenChange={(open) => setMenu((before) => ({ ...before, open }))}
      items={menu.key === null ? null : <RowMenu sessionKey={menu.key} />}
    >
      <div ref={setScroller} className={classNames(table.scroller, styles.scroller)}>
        <table
          ref={grid}
          {...gridRole}
          aria-rowcount={keys.length + 1}
          aria-colcount={shownColumns.length}
          className={table.grid}
          style={style}
          onContextMenuCapture={(event) => {
            const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
            setMenu((before) => ({ ...before, key: row?.getAttribute('data-key') ?? null }))
            if (!row) event.stopPropagation()
          }}
        >
          <TableHeader grid={grid} placed={placed} />
          <TableBody keys={keys} scroller={scroller} height={height} placed={placed} idLengths={idLengths} />
        </table>
      </div>
    </ContextMenu>
  )
}
