import { type ComponentType, memo, useCallback } from 'react'
import type { TextColumn } from '../../../shared/columns/column'
import { type ColumnId, columns } from '../../../shared/columns/columns'
import { type RowState, seenAt } from '../../../shared/list/row-state'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { RosterRow } from '../../../shared/session'
import { rowStateText } from '../../../shared/text/row-state'
import { sessionListText } from '../../../shared/text/session-list'
import { CellText } from '../../components/CellText'
import { classNames } from '../../components/class-names'
import { age, duration, exactTime, nothing } from '../../lib/format'
import { useNow } from '../../lib/now'
import { ServiceMark } from '../../providers/ServiceMark'
import { useHealthStore } from '../../stores/health'
import { usePresenter } from '../../stores/presentation'
import { useScripts } from '../../stores/scripts'
import { useAccount } from '../../stores/workspace'
import styles from './SessionTable.module.css'

type CellProps = {
  row: RosterRow
  state: RowState
  /** When the session left, epoch ms; `null` while it is listed. */
  leftAt: number | null
  /** How many characters of an id fit. */
  idLength: number | undefined
}

/** How many characters of an id fit each column. */
export type IdLengths = Readonly<Partial<Record<ColumnId, number>>>

/** Characters of an id that are shown before anything was measured. */
const usualIdLength = 10

/** What each column says about a session, as it looks. */
const cells: Readonly<Record<ColumnId, ComponentType<CellProps>>> = {
  user: ({ row, idLength }) => (
    <TextCell column={columns.user} row={row} idLength={idLength} className={styles.user} />
  ),
  account: AccountCell,
  // A name alone would not tell which script it is.
  script: ({ row, idLength }) => (
    <TextCell column={columns.script} row={row} idLength={idLength} id={row.scriptId} />
  ),
  place: ({ row, idLength }) => <TextCell column={columns.place} row={row} idLength={idLength} />,
  job: ({ row, idLength }) => <TextCell column={columns.job} row={row} idLength={idLength} />,
  universe: ({ row, idLength }) => <TextCell column={columns.universe} row={row} idLength={idLength} />,
  robloxId: ({ row, idLength }) => <TextCell column={columns.robloxId} row={row} idLength={idLength} />,
  sessionId: ({ row, idLength }) => <TextCell column={columns.sessionId} row={row} idLength={idLength} />,
  status: ({ row, idLength }) => <TextCell column={columns.status} row={row} idLength={idLength} />,
  started: ({ row }) => <TimeCell at={row.startedAt} />,
  beat: ({ row }) => <TimeCell at={row.lastBeatAt} />,
  // A heartbeat of now did not list who is gone.
  seen: ({ row, leftAt }) => (leftAt === null ? <SeenCell row={row} /> : <TimeCell at={null} />),
  state: StateCell,
}

/** What a column says about a session. Its row may only have moved: then nothing of this is drawn again. */
export const Cell = memo(function Cell({ column, ...props }: CellProps & { column: ColumnId }) {
  const Content = cells[column]
  return <Content {...props} />
})

/** A name loses its end; an id loses its middle: both of its ends are what people compare. */
function TextCell(props: {
  column: TextColumn
  row: RosterRow
  idLength: number | undefined
  className?: string
  /** What the title says besides the text. */
  id?: string | null
}) {
  const { column, idLength = usualIdLength, id = null } = props
  const row = usePresenter().row(props.row)
  const names = useScripts((state) => state.names)
  const text = column.text(row, names)
  if (text === null) return <span className={styles.silent}>{nothing}</span>
  const isId = column.isId(row, names)
  return (
    <CellText
      className={classNames(isId && styles.id, props.className)}
      text={text}
      length={isId ? idLength : undefined}
      title={id === null || id === text ? text : `${text}, ${id}`}
    />
  )
}

function AccountCell({ row }: { row: RosterRow }) {
  const label = useAccount(row.accountId)?.label ?? providerCatalog[row.provider].name
  return (
    <>
      <ServiceMark provider={row.provider} />
      <CellText text={label} title={`${label}, ${providerCatalog[row.provider].name}`} />
    </>
  )
}

function TimeCell({ at }: { at: number | null }) {
  const text = useNow(useCallback((now: number) => age(at, now), [at]))
  if (at === null) return <span className={styles.silent}>{nothing}</span>
  // The exact time is written when the pointer comes: formatting it for every row would slow scrolling down.
  return (
    <time
      className={styles.time}
      onPointerEnter={(event) => {
        event.currentTarget.title = exactTime(at)
      }}
    >
      {text}
    </time>
  )
}

/** Our last heartbeat that listed it: each of them draws this cell and leaves the row alone. */
function SeenCell({ row }: { row: RosterRow }) {
  return <TimeCell at={useHealthStore(({ scopes }) => seenAt(row, scopes))} />
}

function StateCell({ row, state, leftAt }: Pick<CellProps, 'row' | 'state' | 'leftAt'>) {
  const staleSince = useHealthStore(({ scopes }) => (state === 'stale' ? seenAt(row, scopes) : null))
  const since = leftAt ?? staleSince ?? row.disconnecting?.requestedAt ?? null
  // From the future: the clock was set back since.
  const span = useNow(
    useCallback((now: number) => (since === null || since > now ? '' : duration(now - since)), [since]),
  )
  return (
    <span className={styles.state} data-state={state} title={stateHelp(row, state)}>
      {/* Live is what nearly all are, and what the dot says. */}
      {state === 'live' ? '' : rowStateText[state]}
      {state !== 'live' && span ? <span className={styles.since}> {span}</span> : null}
    </span>
  )
}

function stateHelp(row: RosterRow, state: RowState): string {
  const mayTakeMs = row.disconnecting?.mayTakeMs ?? null
  if (state === 'disconnecting')
    return mayTakeMs === null
      ? sessionListText.helpDisconnecting
      : sessionListText.helpDisconnectingFor(duration(mayTakeMs))
  if (state === 'stale') return sessionListText.helpStale
  if (state === 'unwatched') return sessionListText.helpNotWatched
  return state === 'left' ? sessionListText.helpLeft : sessionListText.helpLive
}
