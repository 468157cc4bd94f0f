import { columns, type TextColumnId } from '../../shared/columns/columns'
import type { RosterRow } from '../../shared/session'
import { servicesText } from '../../shared/text/services'
import { CellText } from '../components/CellText'
import { classNames } from '../components/class-names'
import type { DataColumn } from '../components/grid/grid-columns'
import { RelativeTime } from '../components/RelativeTime'
import { SessionDot } from '../components/SessionDot'
import { nothing } from '../lib/format'
import { usePresenter } from '../stores/presentation'
import { useRow } from '../stores/roster'
import { useScripts } from '../stores/scripts'
import { useSession } from '../stores/session'
import styles from './result-columns.module.css'

/** A column of what a look-up found. */
export type ResultColumn = DataColumn<RosterRow>

/** Characters of an id that fit a column. */
const idLength = 18

/** Whether the list has it now: what is live and not in the list is watched by no account. */
function Listed({ row }: { row: RosterRow }) {
  const isListed = useRow(row.key) !== undefined
  const session = useSession(row.key)
  const isOver = session !== null && session.leftAt !== null && session.isWatched
  const words = isListed ? servicesText.live : isOver ? servicesText.over : servicesText.notWatched
  return (
    <span className={styles.listed}>
      <span aria-hidden="true">
        <SessionDot state={isListed ? 'live' : isOver ? 'left' : 'stale'} />
      </span>
      {words}
    </span>
  )
}

function Text(props: { row: RosterRow; column: TextColumnId }) {
  const { text: textOf, isId: isIdOf } = columns[props.column]
  const row = usePresenter().row(props.row)
  const names = useScripts((state) => state.names)
  const text = textOf(row, names)
  if (text === null) return <span className={styles.silent}>{nothing}</span>
  const isId = isIdOf(row, names)
  return (
    <CellText
      className={classNames(isId && styles.id, props.column === 'user' && styles.user)}
      text={text}
      length={isId ? idLength : undefined}
    />
  )
}

const Time = ({ at }: { at: number | null }) =>
  at === null ? <span className={styles.silent}>{nothing}</span> : <RelativeTime at={at} />

const texts = (column: TextColumnId) => (a: RosterRow, b: RosterRow) => {
  const { names } = useScripts.getState()
  const textOf = (row: RosterRow) => columns[column].text(row, names) ?? ''
  return textOf(a).localeCompare(textOf(b))
}

/** What heads a column. */
type Named = 'user' | 'robloxId' | 'place' | 'universe' | 'job' | 'machine'

const text = (
  column: TextColumnId,
  name: Named,
  share: number,
  minWidth: number,
  yields?: number,
): ResultColumn => ({
  id: column,
  get label() {
    return servicesText[name]
  },
  share,
  minWidth,
  yields,
  render: (row) => <Text row={row} column={column} />,
  sort: texts(column),
})

/** Whether the list has it now. */
export const listed: ResultColumn = {
  id: 'listed',
  get label() {
    return servicesText.now
  },
  share: 110,
  minWidth: 116,
  render: (row) => <Listed row={row} />,
}

/** Whose session it is, by name, and by Roblox id where the service gives no names. */
export const user = text('user', 'user', 180, 130)
export const robloxId = text('user', 'robloxId', 150, 110)

/** Where it is; a service's own word for it heads the column. */
export const place = (name: 'place' | 'universe'): ResultColumn => text('place', name, 120, 90, 2)
export const job = text('job', 'job', 150, 100, 3)
export const machine = text('script', 'machine', 160, 110)

/** Since when it is there, and when it last showed a sign of life. */
export const started: ResultColumn = {
  id: 'started',
  get label() {
    return servicesText.started
  },
  share: 90,
  minWidth: 84,
  yields: 1,
  render: (row) => <Time at={row.startedAt} />,
  sort: (a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0),
}
export const lastBeat: ResultColumn = {
  id: 'beat',
  get label() {
    return servicesText.lastActivity
  },
  share: 90,
  minWidth: 84,
  yields: 3,
  render: (row) => <Time at={row.lastBeatAt} />,
  sort: (a, b) => (a.lastBeatAt ?? 0) - (b.lastBeatAt ?? 0),
}
