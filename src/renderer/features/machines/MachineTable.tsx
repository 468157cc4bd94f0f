import { CloudOff, Server } from 'lucide-react'
import { userText } from '../../../shared/list/row-label'
import { catalogue } from '../../../shared/text/catalogue'
import { machinesText } from '../../../shared/text/machines'
import { EmptyState } from '../../components/EmptyState'
import { type DataColumn, DataTable } from '../../components/grid/DataTable'
import { RelativeTime } from '../../components/RelativeTime'
import { SessionDot } from '../../components/SessionDot'
import { Skeleton } from '../../components/Skeleton'
import type { Presenter } from '../../components/window-context'
import { isolated } from '../../lib/direction'
import { nothing } from '../../lib/format'
import { usePresenter } from '../../stores/presentation'
import type { Machine } from './machines'
import styles from './machines.module.css'

/** Every machine that somebody was seen on. */
export function MachineTable(props: {
  machines: readonly Machine[]
  knowledge: MachineKnowledge
  /** The key of the machine that somebody comes back from. */
  lastOpen: string | null
  onOpen(machine: Machine): void
}) {
  const presenter = usePresenter()
  const nameOf = (machine: Machine) => presenter.name('Machine', machine.name)
  return (
    <DataTable
      label={machinesText.title}
      columns={columnsOf(presenter)}
      rows={props.machines}
      rowKey={({ key }) => key}
      rowLabel={(machine) => machinesText.machineLive(nameOf(machine), machine.live)}
      onOpen={props.onOpen}
      initialFocus={props.lastOpen}
      empty={<NoMachine knowledge={props.knowledge} />}
    />
  )
}

/** Whether what is shown is all there is: everything was answered, something is being asked, or something was not answered. */
export type MachineKnowledge = 'whole' | 'asking' | 'partial'

function NoMachine({ knowledge }: { knowledge: MachineKnowledge }) {
  if (knowledge === 'asking') return <Skeleton lines={4} label={machinesText.loadingMachines} />
  if (knowledge === 'partial')
    return (
      <EmptyState icon={<CloudOff />} title={machinesText.noneKnownTitle}>
        {machinesText.noneKnown}
      </EmptyState>
    )
  return (
    <EmptyState icon={<Server />} title={machinesText.noneSeenTitle}>
      {machinesText.noneSeen}
    </EmptyState>
  )
}

const columnsOf = (presenter: Presenter): readonly DataColumn<Machine>[] => [
  {
    id: 'machine',
    label: machinesText.machineColumn,
    share: 200,
    minWidth: 140,
    sort: (a, b) => a.name.localeCompare(b.name, 'en'),
    render: (machine) => {
      const name = presenter.name('Machine', machine.name)
      return (
        <span className={styles.machine}>
          <span aria-hidden className={styles.sign}>
            {machine.live > 0 ? <SessionDot state="live" /> : null}
          </span>
          <bdi title={name}>{name}</bdi>
        </span>
      )
    },
  },
  {
    id: 'live',
    label: machinesText.liveColumn,
    share: 60,
    minWidth: 64,
    align: 'end',
    sort: (a, b) => a.live - b.live,
    render: ({ live }) => <span className="tabular">{catalogue.number(live)}</span>,
  },
  {
    id: 'seen',
    label: machinesText.lastSeenColumn,
    share: 100,
    minWidth: 96,
    sort: (a, b) => (a.lastSeenAt ?? 0) - (b.lastSeenAt ?? 0),
    render: ({ live, lastSeenAt }) =>
      live > 0 ? machinesText.now : lastSeenAt === null ? nothing : <RelativeTime at={lastSeenAt} />,
  },
  {
    id: 'users',
    label: machinesText.usersColumn,
    share: 240,
    minWidth: 140,
    yields: 2,
    sort: (a, b) => a.users.length - b.users.length,
    render: ({ users }) => {
      if (users.length === 0) return nothing
      const names = users.map((session) => isolated(userText(presenter.row(session)) ?? nothing)).join(', ')
      return (
        <span title={names}>
          <span className={`${styles.howMany} tabular`}>{catalogue.number(users.length)}</span> {names}
        </span>
      )
    },
  },
  {
    id: 'sessions',
    label: machinesText.totalColumn,
    share: 80,
    minWidth: 84,
    yields: 1,
    align: 'end',
    sort: (a, b) => sessionsOf(a) - sessionsOf(b),
    render: (machine) => <span className="tabular">{catalogue.number(sessionsOf(machine))}</span>,
  },
]

/** How many there were: what the service counts, or what was seen where that is more. */
const sessionsOf = ({ counted, sessions }: Machine): number => Math.max(counted ?? 0, sessions.length)
