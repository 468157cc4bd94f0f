import { useMemo } from 'react'
import type { Account } from '../../shared/account'
import { providerCatalog } from '../../shared/providers/catalog'
import { servicesText } from '../../shared/text/services'
import { Select } from '../components/Select'
import { usePresenter } from '../stores/presentation'
import { LookupLine, type Suggestion } from './LookupLine'
import { lastBeat, listed, machine, started, user } from './result-columns'
import type { LookupTyping, Service } from './service'
import { given, serviceLookup } from './service-lookup'
import { useSessionNames } from './use-session-names'

/** `from` and `to` are days, both included. */
type Form = {
  status: 'active' | 'ended' | 'both'
  machineId: string
  userId: string
  from: string
  to: string
}

const statusOptions = () =>
  [
    { value: 'both', label: servicesText.activeAndEnded },
    { value: 'active', label: servicesText.active },
    { value: 'ended', label: servicesText.ended },
  ] as const

/** Machines and users that the list has of an account. */
function useKnownIds(account: Account): { machines: readonly Suggestion[]; users: readonly Suggestion[] } {
  const presenter = usePresenter()
  const { machines, users } = useSessionNames(account)
  return useMemo(() => {
    // A suggestion shows the id itself.
    if (presenter.on) return { machines: [], users: [] }
    const suggested = (known: typeof machines) =>
      known.map(({ id, name }) => ({ value: id, label: name ?? undefined }))
    return { machines: suggested(machines), users: suggested(users) }
  }, [presenter, machines, users])
}

function Fields(typing: LookupTyping<Form>) {
  const { machines, users } = useKnownIds(typing.account)
  return (
    <>
      <Select
        label={servicesText.status}
        value={typing.form.status}
        options={statusOptions()}
        onChange={(status) => typing.change({ status })}
      />
      <LookupLine
        typing={typing}
        field="machineId"
        label={servicesText.machineId}
        personal
        suggestions={machines}
      />
      <LookupLine typing={typing} field="userId" label={servicesText.userId} personal suggestions={users} />
      <LookupLine typing={typing} field="from" label={servicesText.from} type="date" />
      <LookupLine typing={typing} field="to" label={servicesText.to} type="date" />
    </>
  )
}

/** A moment of a date field's day, in the person's own zone, as epoch ms. */
const timeOf = (day: string, time: '00:00' | '23:59:59.999'): number | undefined => {
  const at = Date.parse(`${day}T${time}`)
  return Number.isNaN(at) ? undefined : at
}

/** What VSay looks like. */
export const vsay: Service = {
  lookup: serviceLookup<Form>({
    layout: 'line',
    empty: { status: 'both', machineId: '', userId: '', from: '', to: '' },
    Fields,
    questionOf: ({ status, machineId, userId, from, to }) => ({
      provider: 'vsay',
      status,
      machineId: given(machineId),
      userId: given(userId),
      from: timeOf(from, '00:00'),
      to: timeOf(to, '23:59:59.999'),
    }),
  }),
  resultColumns: [listed, user, machine, started, lastBeat],
  get disconnectEffect() {
    return servicesText.endsSshSession(providerCatalog.vsay.name)
  },
}
