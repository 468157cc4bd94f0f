import type { ProviderId } from '../../../shared/account'
import type { RosterRow } from '../../../shared/session'
import { CellText } from '../../components/CellText'
import { classNames } from '../../components/class-names'
import type { DataColumn } from '../../components/grid/DataTable'
import { RelativeTime } from '../../components/RelativeTime'
import { SessionDot } from '../../components/SessionDot'
import type { ColumnId } from '../../lib/columns'
import { middleEllipsis, nothing } from '../../lib/format'
import { columnText, isIdText } from '../../lib/row-text'
import { usePresenter } from '../../stores/presentation'
import { useRow } from '../../stores/roster'
import { useScripts } from '../../stores/scripts'
import { useSession } from '../../stores/session'
import styles from './lookup.module.css'

type Column = DataColumn<RosterRow>

/** Characters of an id that fit a column. */
const idLength = 18

/** Whether the list has it now: what is live and not in the list is watched by no account. */
function Listed({ row }: { row: RosterRow }) {
  const isListed = useRow(row.key) !== undefined
  const session = useSession(row.key)
  const isOver = session !== null && session.leftAt !== null && session.isWatched
  const words = isListed ? 'In the list' : isOver ? 'Over' : 'Not in the list'
  return (
    <span className={styles.listed}>
      <span aria-hidden="true">
        <SessionDot state={isListed ? 'live' : isOver ? 'left' : 'stale'} />
      </span>
      {words}
    </span>
  )
}

function Text(props: { row: RosterRow; column: ColumnId }) {
  const row = usePresenter().row(props.row)
  const names = useScripts((state) => state.names)
  const text = columnText(row, props.column, names)
  if (text === null) return <span className={styles.silent}>{nothing}</span>
  const isId = isIdText(row, props.column, names)
  return (
    <CellText
      className={classNames(isId && styles.id, props.column === 'user' && styles.user)}
      text={text}
      shown={isId ? middleEllipsis(text, idLength) : text}
    />
  )
}

const Time = ({ at }: { at: number | null }) =>
  at === null ? <span className={styles.silent}>{nothing}</span> : <RelativeTime at={at} />

const texts = (column: ColumnId) => (a: RosterRow, b: RosterRow) => {
  const { names } = useScripts.getState()
  return (columnText(a, column, names) ?? '').localeCompare(columnText(b, column, names) ?? '')
}

const text = (column: ColumnId, label: string, share: number, minWidth: number, yields?: number): Column => ({
  id: column,
  label,
  share,
  minWidth,
  yields,
  render: (row) => <Text row={row} column={column} />,
  sort: texts(column),
})

const user = text('user', 'User', 180, 130)
const place = text('place', 'Place', 120, 90, 2)
const job = text('job', 'Job', 150, 100, 3)
const listed: Column = {
  id: 'listed',
  label: 'Now',
  share: 110,
  minWidth: 116,
  render: (row) => <Listed row={row} />,
}
const started: Column = {
  id: 'started',
  label: 'Started',
  share: 90,
  minWidth: 84,
  yields: 1,
  render: (row) => <Time at={row.startedAt} />,
  sort: (a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0),
}
const lastBeat: Column = {
  id: 'beat',
  label: 'Last sign',
  share: 90,
  minWidth: 84,
  yields: 3,
  render: (row) => <Time at={row.lastBeatAt} />,
  sort: (a, b) => (a.lastBeatAt ?? 0) - (b.lastBeatAt ?? 0),
}

const byProvider: Readonly<Record<ProviderId, readonly Column[]>> = {
  luaprot: [listed, user, text('place', 'Universe', 120, 90, 2), job, started],
  luaauth: [listed, text('user', 'Roblox id', 150, 110), place, job, started],
  junkie: [listed, user, place, job, started, lastBeat],
  vsay: [listed, user, text('script', 'Machine', 160, 110), started, lastBeat],
}

/** The columns that a service says something in. */
export const columnsOf = (provider: ProviderId): readonly Column[] => byProvider[provider]
