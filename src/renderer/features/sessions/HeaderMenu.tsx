import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, EyeOff, MoveHorizontal } from 'lucide-react'
import { useEffect } from 'react'
import { sessionListText } from '../../../shared/text/session-list'
import { fittedWidths } from '../../components/grid/column-widths'
import type { GridLayout } from '../../components/grid/use-grid-layout'
import { MenuItem, MenuSeparator } from '../../components/Menu'
import { catchFocus } from '../../stores/section'
import { putColumn, setColumnWidths, sortIn, toggleColumn, useView } from '../../stores/view'
import type { SessionColumn } from './session-columns'

/** What can be done with a column. It moves past those that there is room for: past another one nobody would see it move. */
export function HeaderMenu({ id, layout }: { id: string; layout: GridLayout<SessionColumn> }) {
  const sort = useView((view) => view.sort)
  const isLast = useView(({ shownColumns }) => shownColumns.length === 1)
  // A column that is hidden takes the name along to which the focus would go back.
  useEffect(() => () => void requestAnimationFrame(catchFocus), [])
  const place = layout.placed.findIndex(({ column }) => column.id === id)
  const column = layout.placed[place]?.column
  if (!column) return null
  const left = layout.placed[place - 1]?.column
  const right = layout.placed[place + 1]?.column
  const direction = sort.column === column.id ? sort.direction : null
  return (
    <>
      <MenuItem
        icon={<ArrowUp />}
        disabled={direction === 'ascending'}
        onSelect={() => sortIn(column.id, 'ascending')}
      >
        {sessionListText.sortAscending}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        disabled={direction === 'descending'}
        onSelect={() => sortIn(column.id, 'descending')}
      >
        {sessionListText.sortDescending}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<MoveHorizontal />} onSelect={() => setColumnWidths(fittedWidths(layout, column))}>
        {sessionListText.fitColumn}
      </MenuItem>
      <MenuItem
        icon={<ArrowLeft />}
        disabled={!left}
        onSelect={() => left && putColumn(column.id, left.id, 'before')}
      >
        {sessionListText.moveLeft}
      </MenuItem>
      <MenuItem
        icon={<ArrowRight />}
        disabled={!right}
        onSelect={() => right && putColumn(column.id, right.id, 'after')}
      >
        {sessionListText.moveRight}
      </MenuItem>
      <MenuItem icon={<EyeOff />} disabled={isLast} onSelect={() => toggleColumn(column.id)}>
        {sessionListText.hideColumn(column.label)}
      </MenuItem>
    </>
  )
}
