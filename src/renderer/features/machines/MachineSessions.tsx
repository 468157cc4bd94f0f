import { ArrowLeft, List, ScrollText, SquareTerminal, Unplug } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { rowLabel } from '../../../shared/list/row-label'
import type { SessionKey } from '../../../shared/session'
import { machinesText } from '../../../shared/text/machines'
import { act } from '../../actions/row-actions'
import { Button } from '../../components/Button'
import { EmptyState } from '../../components/EmptyState'
import { type DataColumn, DataTable } from '../../components/grid/DataTable'
import { IconButton } from '../../components/IconButton'
import { MenuItem } from '../../components/Menu'
import { RelativeTime } from '../../components/RelativeTime'
import { SessionDot } from '../../components/SessionDot'
import type { Presenter } from '../../components/window-context'
import { duration, nothing } from '../../lib/format'
import { isPressed } from '../../lib/shortcuts'
import { openLogs } from '../../stores/dialogs'
import { usePresenter } from '../../stores/presentation'
import { showPlace } from '../../stores/section'
import { openDetails, useSelection } from '../../stores/selection'
import { setFilter } from '../../stores/view'
import { openMachine } from '../terminal/open-machine'
import type { MachineKnowledge } from './MachineTable'
import { isThere, type Machine, type MachineSession } from './machines'
import styles from './machines.module.css'

/** One machine: who is on it, who was, and what can be done there. */
export function MachineSessions(props: {
  machine: Machine
  knowledge: MachineKnowledge
  accountId: string
  onBack(): void
}) {
  const { machine, accountId, onBack } = props
  const presenter = usePresenter()
  const open = useSelection((state) => state.open)
  const name = presenter.name('Machine', machine.name)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isPressed('close', event)) return
    event.preventDefault()
    onBack()
  }
  const disconnect = (key: SessionKey) => {
    const row = machine.sessions.find(({ session }) => session.key === key)
    if (row && isThere(row)) act('disconnect', key)
  }
  return (
    <section className={styles.one} aria-label={machinesText.sessionsOn(name)} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <IconButton label={machinesText.back} shortcut="close" icon={<ArrowLeft />} onClick={onBack} />
        <h2>
          <bdi title={name}>{name}</bdi>
        </h2>
        <p>{machinesText.liveAndEnded(machine.live, machine.sessions.length - machine.live)}</p>
        <Button
          icon={<List />}
          disabledReason={machine.live > 0 ? null : machinesText.noLiveSessions}
          tooltip={machinesText.showInListTooltip}
          onClick={() => {
            showPlace({ accountId, scopeKey: null })
            setFilter('script', { kind: 'text', text: machine.name })
          }}
        >
          {machinesText.showInList}
        </Button>
        <Button
          icon={<SquareTerminal />}
          disabledReason={machine.id === null ? machinesText.idUnknown : null}
          tooltip={machinesText.openTerminalTooltip}
          onClick={() => openMachine({ accountId, machineId: machine.id, machineName: machine.name })}
        >
          {machinesText.openTerminal}
        </Button>
      </header>
      <DataTable
        label={machinesText.sessionsTable}
        columns={columnsOf(presenter)}
        rows={machine.sessions}
        rowKey={({ session }) => session.key}
        rowLabel={({ session, state }) => `${rowLabel(presenter.row(session))}, ${machinesText[state]}`}
        openKey={open}
        initialFocus={machine.sessions[0]?.session.key}
        onOpen={({ session }) => openDetails(session.key)}
        shortcuts={[{ id: 'disconnect', run: disconnect }]}
        menu={(row) => <SessionMenu row={row} />}
        empty={
          <EmptyState title={machinesText.noSessionsTitle}>
            {props.knowledge === 'whole' ? machinesText.noSessionsListed : machinesText.sessionsUnknown}
          </EmptyState>
        }
      />
    </section>
  )
}

function SessionMenu({ row }: { row: MachineSession }) {
  const { session } = row
  return (
    <>
      <MenuItem icon={<ScrollText />} onSelect={() => openLogs(session.key)}>
        {machinesText.openLogs}
      </MenuItem>
      <MenuItem
        icon={<List />}
        disabled={!isThere(row)}
        onSelect={() => {
          showPlace({ accountId: session.accountId, scopeKey: null })
          openDetails(session.key)
        }}
      >
        {machinesText.showInList}
      </MenuItem>
      <MenuItem
        icon={<Unplug />}
        danger
        disabled={!isThere(row)}
        onSelect={() => act('disconnect', session.key)}
      >
        {machinesText.askDisconnect}
      </MenuItem>
    </>
  )
}

const columnsOf = (presenter: Presenter): readonly DataColumn<MachineSession>[] => [
  {
    id: 'user',
    label: machinesText.userColumn,
    share: 200,
    minWidth: 140,
    render: ({ session, state }) => {
      const name = rowLabel(presenter.row(session))
      return (
        <span className={styles.machine}>
          <span aria-hidden className={styles.sign}>
            <SessionDot state={state === 'ended' ? 'left' : state} />
          </span>
          <bdi title={name}>{name}</bdi>
        </span>
      )
    },
  },
  {
    id: 'state',
    label: machinesText.stateColumn,
    share: 80,
    minWidth: 84,
    render: ({ state }) => machinesText[state],
  },
  {
    id: 'started',
    label: machinesText.startedColumn,
    share: 100,
    minWidth: 96,
    sort: (a, b) => (a.session.startedAt ?? 0) - (b.session.startedAt ?? 0),
    render: ({ session }) => timeOf(session.startedAt),
  },
  {
    id: 'last',
    label: machinesText.lastActivityColumn,
    share: 110,
    minWidth: 104,
    yields: 1,
    sort: (a, b) => (a.session.lastBeatAt ?? 0) - (b.session.lastBeatAt ?? 0),
    render: ({ session }) => timeOf(session.lastBeatAt),
  },
  {
    id: 'length',
    label: machinesText.durationColumn,
    share: 70,
    minWidth: 72,
    yields: 2,
    align: 'end',
    render: ({ session: { startedAt, lastBeatAt } }) => (
      <span className="tabular">
        {startedAt === null || lastBeatAt === null ? nothing : duration(lastBeatAt - startedAt)}
      </span>
    ),
  },
  {
    id: 'actions',
    label: machinesText.actionsColumn,
    share: 70,
    minWidth: 76,
    align: 'end',
    render: (row) => <RowActions row={row} />,
  },
]

const timeOf = (at: number | null) => (at === null ? nothing : <RelativeTime at={at} />)

function RowActions({ row }: { row: MachineSession }) {
  const { session } = row
  return (
    <span className={styles.actions}>
      <IconButton
        label={machinesText.logs}
        shortcut={null}
        tabIndex={-1}
        icon={<ScrollText />}
        onClick={(event) => {
          event.stopPropagation()
          openLogs(session.key)
        }}
      />
      <IconButton
        label={machinesText.disconnect}
        shortcut={null}
        tabIndex={-1}
        icon={<Unplug />}
        disabledReason={isThere(row) ? null : machinesText.hasEnded}
        onClick={(event) => {
          event.stopPropagation()
          act('disconnect', session.key)
        }}
      />
    </span>
  )
}
