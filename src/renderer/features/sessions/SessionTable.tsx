import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { SessionKey } from '../../../shared/session'
import { ContextMenu } from '../../components/Menu'
import { useRowWindow } from '../../components/use-row-window'
import { gridTemplate } from '../../lib/columns'
import { useSelection } from '../../stores/selection'
import { useView } from '../../stores/view'
import { useSettings } from '../../stores/workspace'
import { useSessionList } from './list'
import { RowMenu } from './RowMenu'
import styles from './SessionTable.module.css'
import { longList } from './session-list'
import { TableHeader } from './TableHeader'
import { rowId, TableRow } from './TableRow'
import { useHold } from './use-hold'
import { useListKeys } from './use-list-keys'
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
  const keys = useDrawnKeys()
  const shownColumns = useView((view) => view.shownColumns)
  const columnWidths = useView((view) => view.columnWidths)
  const focused = useSelection((state) => state.focused)
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [menu, setMenu] = useState<{ key: SessionKey | null; open: boolean }>({ key: null, open: false })
  useHold(zone, menu.open)
  const { placed, minWidth } = usePlacedColumns(scroller)
  const idLengths = useIdLengths(grid, placed)

  const focusedIndex = focused === null ? -1 : keys.indexOf(focused)
  const tabStop = focusedIndex < 0 ? 0 : focusedIndex
  const virtualizer = useRowWindow({ count: keys.length, tabStop, scroller, height })

  const wanted = useRef<SessionKey | null>(null)
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(rowId(wanted.current))
    if (!element) return
    wanted.current = null
    element.focus({ preventScroll: true })
  })
  const pageRows = useRef(10)
  pageRows.current = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height.row) - 2)
  const reveal = useCallback(
    (key: SessionKey, index: number) => {
      wanted.current = key
      virtualizer.scrollToIndex(index)
    },
    [virtualizer],
  )
  const onKey = useListKeys(pageRows, reveal)
  useShownFromOutside(keys, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }))

  const ids = placed.map(({ id }) => id)
  const style = {
    '--columns': gridTemplate(ids, columnWidths),
    minWidth,
    height: virtualizer.getTotalSize() + height.header,
  } as CSSProperties
  return (
    <ContextMenu
      onOpenChange={(open) => setMenu((before) => ({ ...before, open }))}
      items={menu.key === null ? null : <RowMenu sessionKey={menu.key} />}
    >
      <div ref={scroller} className={styles.scroller}>
        <table
          ref={grid}
          {...gridRole}
          aria-rowcount={keys.length + 1}
          aria-colcount={shownColumns.length}
          className={styles.grid}
          style={style}
          onContextMenuCapture={(event) => {
            const row = event.target instanceof Element ? event.target.closest('[data-key]') : null
            setMenu((before) => ({ ...before, key: row?.getAttribute('data-key') ?? null }))
            if (!row) event.stopPropagation()
          }}
        >
          <TableHeader grid={grid} placed={placed} />
          <tbody className={styles.body}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const key = keys[index]
              if (key === undefined) return null
              return (
                <TableRow
                  key={key}
                  sessionKey={key}
                  index={index}
                  top={start - height.header}
                  placed={placed}
                  idLengths={idLengths}
                  tabStop={index === tabStop}
                  onKey={onKey}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </ContextMenu>
  )
}

/** The rows to draw. Those of a long list are drawn in slices, so that a key that is pressed meanwhile comes first. */
function useDrawnKeys(): readonly SessionKey[] {
  const { keys } = useSessionList()
  const isLong = keys.length > longList
  const deferred = useDeferredValue(isLong ? keys : null)
  return (isLong && deferred) || keys
}

/** Brings a session into view that was opened elsewhere: by a notification, or from the details. */
function useShownFromOutside(keys: readonly SessionKey[], scrollTo: (index: number) => void): void {
  const open = useSelection((state) => state.open)
  const shown = useRef<SessionKey | null>(null)
  useEffect(() => {
    if (open === shown.current) return
    const index = open === null ? -1 : keys.indexOf(open)
    if (open !== null && index < 0) return
    shown.current = open
    if (index >= 0) scrollTo(index)
  })
}
