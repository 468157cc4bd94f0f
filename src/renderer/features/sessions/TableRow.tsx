import { Check, MessageSquare, SquareTerminal, Unplug } from 'lucide-react'
import { type CSSProperties, type MouseEvent, memo, useRef, useState } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import type { RosterRow, SessionKey } from '../../../shared/session'
import { rowStateText } from '../../../shared/text/row-state'
import { sessionActionsText } from '../../../shared/text/session-actions'
import { sessionListText } from '../../../shared/text/session-list'
import { act, canAct } from '../../actions/row-actions'
import { GridCells, GridRow, type RowPlace } from '../../components/grid/GridRow'
import type { PlacedColumn } from '../../components/grid/grid-columns'
import { IconButton } from '../../components/IconButton'
import { SessionDot } from '../../components/SessionDot'
import { useHealthStore } from '../../stores/health'
import { usePresenter } from '../../stores/presentation'
import { roster } from '../../stores/roster'
import { toggleSelected, useSelection } from '../../stores/selection'
import { sessionState, useSession } from '../../stores/session'
import { useAccount } from '../../stores/workspace'
import { hasMachine, openMachine } from '../terminal/open-machine'
import { useIsOurs } from '../terminal/terminals'
import { Cell, type IdLengths } from './cells'
import { extendTo } from './choose-rows'
import styles from './SessionTable.module.css'
import type { SessionColumn } from './session-columns'

type RowProps = RowPlace & { placed: readonly PlacedColumn<SessionColumn>[]; idLengths: IdLengths }

/** One session. Renders when its own row, its health or its selection changes, not when the list does. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { rowKey: key, placed, idLengths } = props
  const session = useSession(key)
  const { row, leftAt } = session ?? { row: null, leftAt: null }
  const account = useAccount(row?.accountId ?? '')
  const presenter = usePresenter()
  const selected = useSelection((state) => state.selected.has(key))
  const open = useSelection((state) => state.open === key)
  const state = useHealthStore(({ scopes }) => (session ? sessionState(session, scopes) : 'left'))
  const ours = useIsOurs(key)
  const [hovered, setHovered] = useState(false)
  const hasActions = row !== null && leftAt === null && hovered && !open
  const tintedAt = roster.tintedMs(key)
  const tint =
    tintedAt === null ? undefined : ({ '--tint-delay': `${tintedAt - performance.now()}ms` } as CSSProperties)
  return (
    <GridRow
      rowKey={key}
      index={props.index}
      isTabStop={props.isTabStop}
      label={
        row
          ? [
              rowLabel(presenter.row(row)),
              ours && sessionListText.yours,
              account?.label ?? row.provider,
              rowStateText[state],
            ]
              .filter(Boolean)
              .join(', ')
          : undefined
      }
      isSelected={selected}
      isOpen={open}
      data-state={state}
      data-arrival={tintedAt === null ? undefined : true}
      className={styles.row}
      style={tint}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      <GridCells
        placed={placed}
        cell={({ id }, place) => (
          <>
            {place === 0 ? (
              // The row's name and the state column have the word.
              <span aria-hidden className={styles.sign}>
                {hovered || (selected && !open) ? (
                  <RowCheck sessionKey={key} isChecked={selected} />
                ) : (
                  <SessionDot state={state} />
                )}
              </span>
            ) : null}
            {place === 0 && ours ? (
              <span className={styles.ours} title={sessionListText.yoursTooltip}>
                {sessionListText.yours}
              </span>
            ) : null}
            {row ? (
              <Cell column={id} row={row} state={state} leftAt={leftAt} idLength={idLengths[id]} />
            ) : null}
            {hasActions && place === placed.length - 1 ? <RowActions row={row} /> : null}
          </>
        )}
      />
    </GridRow>
  )
})

/** Chooses a row by the pointer: the row itself says whether it is chosen, and Space does the same. */
function RowCheck({ sessionKey: key, isChecked }: { sessionKey: SessionKey; isChecked: boolean }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={isChecked ? sessionListText.deselect : sessionListText.select}
      className={styles.check}
      data-checked={isChecked || undefined}
      onClick={(event) => {
        event.stopPropagation()
        // What follows by key goes on from this row.
        event.currentTarget.closest('tr')?.focus({ preventScroll: true })
        if (event.shiftKey) void extendTo(key)
        else toggleSelected(key)
      }}
    >
      {isChecked ? <Check /> : null}
    </button>
  )
}

/**
 * Where the columns are wider than the list, the row's end is out of sight. What the last cell says makes room for the
 * buttons: it has some to spare, or loses its end.
 */
function placeAtVisibleEnd(actions: HTMLElement | null): (() => void) | undefined {
  const cell = actions?.parentElement
  const scroller = actions?.closest('table')?.parentElement
  if (!actions || !cell || !scroller) return
  const hidden = scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft
  actions.style.right = `${hidden + 6}px`
  cell.style.paddingRight = `${actions.offsetWidth + 1}px`
  return () => {
    cell.style.paddingRight = ''
  }
}

function RowActions({ row }: { row: RosterRow }) {
  // What was under the pointer when it was pressed is meant, whatever the list does before it is let go.
  const pressed = useRef(row.key)
  const press = () => {
    pressed.current = row.key
  }
  const ask = (action: 'message' | 'disconnect') => (event: MouseEvent) => {
    event.stopPropagation()
    // The button goes when the pointer leaves the row: what the dialog gives the focus back to must stay.
    event.currentTarget.closest('tr')?.focus({ preventScroll: true })
    act(action, pressed.current)
  }
  return (
    <span ref={placeAtVisibleEnd} className={styles.actions} onPointerDown={press}>
      {hasMachine(row) ? (
        <IconButton
          label={sessionActionsText.openTerminal}
          shortcut={null}
          tabIndex={-1}
          icon={<SquareTerminal />}
          onClick={(event) => {
            event.stopPropagation()
            openMachine(row)
          }}
        />
      ) : null}
      {canAct('message', row) ? (
        <IconButton
          label={sessionActionsText.message}
          shortcut="message"
          tabIndex={-1}
          icon={<MessageSquare />}
          onClick={ask('message')}
        />
      ) : null}
      {canAct('disconnect', row) ? (
        <IconButton
          label={sessionActionsText.disconnect}
          shortcut="disconnect"
          tabIndex={-1}
          icon={<Unplug />}
          onClick={ask('disconnect')}
        />
      ) : null}
    </span>
  )
}
