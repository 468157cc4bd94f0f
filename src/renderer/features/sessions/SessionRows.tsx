import { memo, useEffect, useMemo, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Criteria } from '../../../shared/list/criteria'
import type { SessionKey } from '../../../shared/session'
import { GridBody } from '../../components/grid/GridBody'
import type { RowSource } from '../../components/grid/rows'
import type { GridLayout } from '../../components/grid/use-grid-layout'
import { scrollToRow } from '../../components/grid/use-row-window'
import { roster } from '../../stores/roster'
import { focusRow, useSelection } from '../../stores/selection'
import type { ShownKeys } from '../../stores/shown-keys'
import { useView, type View } from '../../stores/view'
import type { SessionColumn } from './session-columns'
import { TableRow } from './TableRow'
import { useIdLengths } from './use-id-lengths'
import { useListActions } from './use-list-actions'

type SessionRowsProps = { keys: ShownKeys; layout: GridLayout<SessionColumn> }

/** The sessions that can be seen. */
export const SessionRows = memo(function SessionRows({ keys, layout }: SessionRowsProps) {
  const rows = useMemo(() => rowsOfKeys(keys), [keys])
  const focused = useSelection((state) => state.focused)
  const actions = useListActions()
  const idLengths = useIdLengths(layout)
  // Whoever asks for others looks for the first of them.
  const question = useView(useShallow(criteriaOf))
  useShownFromOutside(rows, layout)
  return (
    <GridBody
      layout={layout}
      rows={rows}
      actions={actions}
      focused={focused}
      onFocus={focusRow}
      question={question}
      onDrawn={see}
      row={(place) => <TableRow {...place} placed={layout.placed} idLengths={idLengths} />}
    />
  )
})

/** Has the rows there that are drawn, and those around them. The row with the focus is drawn wherever it is. */
function see(drawn: readonly number[], tabStop: number): void {
  const inSight = drawn.filter((index) => index !== tabStop)
  const [first] = inSight
  const last = inSight.at(-1)
  if (first !== undefined && last !== undefined) roster.see(first, last + 1)
}

const rowsOfKeys = (keys: ShownKeys): RowSource => ({
  count: keys.length,
  keyAt: (index) => keys.at(index),
  indexOf: (key) => keys.indexOf(key),
})

const criteriaOf = ({ query, place, related, filters, sort }: View): Criteria => ({
  query,
  place,
  related,
  filters,
  sort,
})

/** Brings a session into view that was opened elsewhere: by a notification, or from the details. */
function useShownFromOutside(rows: RowSource, { scroller, height }: GridLayout<SessionColumn>): void {
  const open = useSelection((state) => state.open)
  const shown = useRef<SessionKey | null>(null)
  useEffect(() => {
    if (!scroller || open === shown.current) return
    const index = open === null ? -1 : rows.indexOf(open)
    if (open !== null && index < 0) return
    shown.current = open
    if (index >= 0) scrollToRow(scroller, index, height)
  }, [open, rows, scroller, height])
}
