import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Criteria } from '../../../shared/list/criteria'
import type { SessionKey } from '../../../shared/session'
import table from '../../components/table.module.css'
import { useDrawnFocus } from '../../components/use-row-focus'
import { scrollToRow, useRowWindow, useStartAtTop } from '../../components/use-row-window'
import type { RowHeights } from '../../lib/row-window'
import { roster } from '../../stores/roster'
import { useSelection } from '../../stores/selection'
import type { ShownKeys } from '../../stores/shown-keys'
import { useView, type View } from '../../stores/view'
import type { IdLengths } from './cells'
import type { PlacedColumn } from './TableHeader'
import { rowId, TableRow } from './TableRow'
import { useListKeys } from './use-list-keys'

type BodyProps = {
  keys: ShownKeys
  scroller: HTMLElement | null
  height: RowHeights
  placed: readonly PlacedColumn[]
  idLengths: IdLengths
}

/** The rows that can be seen. Apart from the table around it, so that scrolling draws nothing but rows. */
export const TableBody = memo(function TableBody(props: BodyProps) {
  const { keys, scroller, height, placed, idLengths } = props
  const focused = useSelection((state) => state.focused)
  const tabStop = useMemo(() => Math.max(0, focused === null ? -1 : keys.indexOf(focused)), [keys, focused])
  const drawn = useRowWindow({ count: keys.length, tabStop, scroller, height })
  useSeen(drawn, tabStop)

  const focus = useDrawnFocus(rowId, null)
  const reveal = useCallback(
    (key: SessionKey, index: number) => {
      scrollToRow(scroller, index, height)
      focus(key)
    },
    [scroller, height, focus],
  )
  const pageRows = useCallback(
    () => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height.row) - 2),
    [scroller, height],
  )
  const onKey = useListKeys(pageRows, reveal)
  // Whoever asks for others looks for the first of them. Before a session that was opened elsewhere comes into view.
  useStartAtTop(scroller, useView(useShallow(criteriaOf)))
  useShownFromOutside(keys, scroller, height)
  return (
    <tbody className={table.body}>
      {drawn.map((index) => {
        const key = keys.at(index)
        if (key === undefined) return null
        return (
          <TableRow
            key={key}
            sessionKey={key}
            index={index}
            top={index * height.row}
            placed={placed}
            idLengths={idLengths}
            tabStop={index === tabStop}
            onKey={onKey}
          />
        )
      })}
    </tbody>
  )
})

/** Has the rows there that are drawn, and those around them. */
function useSeen(drawn: readonly number[], tabStop: number): void {
  useEffect(() => {
    // The row with the focus is drawn wherever it is.
    const inSight = drawn.filter((index) => index !== tabStop)
    const [first] = inSight
    const last = inSight.at(-1)
    if (first !== undefined && last !== undefined) roster.see(first, last + 1)
  }, [drawn, tabStop])
}

const criteriaOf = ({ query, place, related, filters, sort }: View): Criteria => ({
  query,
  place,
  related,
  filters,
  sort,
})

/** Brings a session into view that was opened elsewhere: by a notification, or from the details. */
function useShownFromOutside(keys: ShownKeys, scroller: HTMLElement | null, height: RowHeights): void {
  const open = useSelection((state) => state.open)
  const shown = useRef<SessionKey | null>(null)
  useEffect(() => {
    if (!scroller || open === shown.current) return
    const index = open === null ? -1 : keys.indexOf(open)
    if (open !== null && index < 0) return
    shown.current = open
    if (index >= 0) scrollToRow(scroller, index, height)
  }, [open, keys, scroller, height])
}
