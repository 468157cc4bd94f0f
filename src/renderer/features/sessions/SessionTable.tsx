import { type RefObject, useMemo, useState } from 'react'
import { sessionListText } from '../../../shared/text/session-list'
import { classNames } from '../../components/class-names'
import { Grid } from '../../components/grid/Grid'
import { GridHead } from '../../components/grid/GridHead'
import { useGridLayout } from '../../components/grid/use-grid-layout'
import { MarkedWords, useMarkedWords } from '../../components/marked-words'
import { usePresenter } from '../../stores/presentation'
import { useSessionList } from '../../stores/roster'
import { useSelection } from '../../stores/selection'
import { putColumn, setColumnWidths, sortBy, useView } from '../../stores/view'
import { ColumnFilter } from './ColumnFilter'
import { HeaderMenu } from './HeaderMenu'
import { RowMenu } from './RowMenu'
import { SessionRows } from './SessionRows'
import styles from './SessionTable.module.css'
import { type SessionColumn, sessionColumns } from './session-columns'
import { useHold } from './use-hold'

const filterOf = ({ id }: SessionColumn) => <ColumnFilter column={id} />
const putOnSide = ({ id }: SessionColumn, other: SessionColumn, side: 'before' | 'after') =>
  putColumn(id, other.id, side)
const sortByColumn = ({ id }: SessionColumn) => sortBy(id)

type SessionTableProps = {
  /** In it the pointer or the focus keeps the list still. */
  zone: RefObject<HTMLElement | null>
  /** There is no row: it is not seen. */
  isEmpty: boolean
}

/** Every live session, one row each. */
export function SessionTable({ zone, isEmpty }: SessionTableProps) {
  const keys = useSessionList((list) => list.keys)
  const shown = useView((view) => view.shownColumns)
  const widths = useView((view) => view.columnWidths)
  const sort = useView((view) => view.sort)
  const words = useMarkedWords(
    useView((view) => view.query),
    usePresenter().on,
  )
  const [isMenuOpen, setMenuOpen] = useState(false)
  useHold(zone, { isShown: !isEmpty, isMenuOpen })
  const shownColumns = useMemo(() => sessionColumns(shown), [shown])
  const isBesideDetails = useSelection(({ open }) => open !== null)
  const layout = useGridLayout(shownColumns, sort.column, widths, isBesideDetails)
  return (
    <Grid
      label={sessionListText.table}
      layout={layout}
      rowCount={keys.length}
      isMultiselectable
      menu={(key, column) => ({
        label: sessionListText.session,
        // By key nobody points at a cell: the first one says who it is.
        items: <RowMenu sessionKey={key} column={shown.find((id) => id === column) ?? shown[0]} />,
      })}
      columnMenu={(id) => ({ label: sessionListText.column, items: <HeaderMenu id={id} layout={layout} /> })}
      onMenuOpenChange={setMenuOpen}
      className={classNames(styles.scroller, isEmpty && styles.unseen)}
    >
      <GridHead
        layout={layout}
        sort={sort}
        onSort={sortByColumn}
        onWidths={setColumnWidths}
        onMove={putOnSide}
        tools={filterOf}
        hasMenu
      />
      <MarkedWords value={words}>
        <SessionRows keys={keys} layout={layout} />
      </MarkedWords>
    </Grid>
  )
}
