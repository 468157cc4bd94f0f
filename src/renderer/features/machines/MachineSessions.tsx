import { ArrowLeft, List, ScrollText, SquareTerminal, Unplug } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { grouped } from '../../../shared/counted'
import { rowLabel } from '../../../shared/list/row-label'
import type { SessionKey } from '../../../shared/session'
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
    <section className={styles.one} aria-label={`Sessions on ${name}`} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <IconButton label="Back to all machines" shortcut="close" icon={<ArrowLeft />} onClick={onBack} />
        <h2>
          <bdi title={name}>{name}</bdi>
        </h2>
        <p>
          {grouped(machine.live)} live, {grouped(machine.sessions.length - machine.live)} ended
        </p>
        <Button
          icon={<List />}
          disabledReason={machine.live > 0 ? null : 'No live sessions'}
          tooltip="Show the live sessions on this machine in the list"
          onClick={() => {
            showPlace({ accountId, scopeKey: null })
            setFilter('script', { kind: 'text', text: machine.name })
          }}
        >
          Show in list
        </Button>
        <Button
          icon={<SquareTerminal />}
          disabledReason={machine.id === null ? 'The service doesn’t report its ID' : null}
          tooltip="Open a terminal on this machine"
          onClick={() => openMachine({ accountId, machineId: machine.id, machineName: machine.name })}
        >
          Open terminal
        </Button>
      </header>
      <DataTable
        label="Sessions on the machine"
        columns={columnsOf(presenter)}
        rows={machine.sessions}
        rowKey={({ session }) => session.key}
        rowLabel={({ session, state }) => `${rowLabel(presenter.row(session))}, ${state}`}
        openKey={open}
        initialFocus={machine.sessions[0]?.session.key}
        onOpen={({ session }) => openDetails(session.key)}
        shortcuts={[{ id: 'disconnect', run: disconnect }]}
        menu={(row) => <SessionMenu row={row} />}
        empty={
          <EmptyState title="No sessions">
            The statistics count sessions on this machine,{' '}
            {props.knowledge === 'whole'
              ? 'but the service lists none of this time.'
              : 'and the service has not told which.'}
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
        Logs…
      </MenuItem>
      <MenuItem
        icon={<List />}
        disabled={!isThere(row)}
        onSelect={() => {
          showPlace({ accountId: session.accountId, scopeKey: null })
          openDetails(session.key)
        }}
      >
        Show in list
      </MenuItem>
      <MenuItem
        icon={<Unplug />}
        danger
        disabled={!isThere(row)}
        onSelect={() => act('disconnect', session.key)}
      >
        Disconnect…
      </MenuItem>
    </>
  )
}

const columnsOf = (presenter: Presenter): readonly DataColumn<MachineSession>[] => [
  {
    id: 'user',
    label: 'User',
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
  { id: 'state', label: 'State', share: 80, minWidth: 84, render: ({ state }) => state },
  {
    id: 'started',
    label: 'Started',
    share: 100,
    minWidth: 96,
    sort: (a, b) => (a.session.startedAt ?? 0) - (b.session.startedAt ?? 0),
    render: ({ session }) => timeOf(session.startedAt),
  },
  {
    id: 'last',
    label: 'Last activity',
    share: 110,
    minWidth: 104,
    yields: 1,
    sort: (a, b) => (a.session.lastBeatAt ?? 0) - (b.session.lastBeatAt ?? 0),
    render: ({ session }) => timeOf(session.lastBeatAt),
  },
  {
    id: 'length',
    label: 'Duration',
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
    label: 'Actions',
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
        label="Logs"
        shortcut={null}
        tabIndex={-1}
        icon={<ScrollText />}
        onClick={(event) => {
          event.stopPropagation()
          openLogs(session.key)
        }}
      />
      <IconButton
        label="Disconnect"
        shortcut={null}
        tabIndex={-1}
        icon={<Unplug />}
        disabledReason={isThere(row) ? null : 'It has ended'}
        onClick={(event) => {
          event.stopPropagation()
          act('disconnect', session.key)
        }}
      />
    </span>
  )
}
