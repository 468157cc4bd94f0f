import { Tabs } from '../components/Tabs'
import { LookupLine } from './LookupLine'
import { job, listed, place, started, user } from './result-columns'
import type { LookupTyping, Service } from './service'
import { serviceLookup } from './service-lookup'

type Form = { by: 'discord' | 'key' | 'hub'; id: string }

const byOptions = [
  { value: 'discord', label: 'Discord ID' },
  { value: 'key', label: 'Key' },
  { value: 'hub', label: 'Hub' },
] as const

const placeholders = {
  discord: '123456789098765432',
  key: '73978994376e1f3e307914c4',
  hub: '40511091490620200512',
} as const

function Fields(typing: LookupTyping<Form>) {
  const { account, form } = typing
  const { by } = form
  const label = byOptions.find((option) => option.value === by)?.label ?? ''
  const known = account.scopes.filter((scope) => scope.kind === by && by === 'hub')
  return (
    <Tabs
      label="Look up by"
      value={by}
      options={byOptions}
      onChange={(next) => typing.change({ by: next, id: '' })}
    >
      <LookupLine
        typing={typing}
        field="id"
        label={label}
        hideLabel
        placeholder={placeholders[by]}
        personal={by !== 'hub'}
        suggestions={known.map(({ id }) => ({ value: id }))}
      />
    </Tabs>
  )
}

/** What LuaProt looks like. */
export const luaprot: Service = {
  lookup: serviceLookup<Form>({
    layout: 'tabs',
    empty: { by: 'discord', id: '' },
    Fields,
    questionOf: ({ by, id }) => ({ provider: 'luaprot', by, id }),
  }),
  resultColumns: [listed, user, place('Universe'), job, started],
  disconnectEffect: 'LuaProt ends the script session.',
}
