import { providerCatalog } from '../../shared/providers/catalog'
import { servicesText } from '../../shared/text/services'
import { Tabs } from '../components/Tabs'
import { LookupLine } from './LookupLine'
import { job, listed, place, started, user } from './result-columns'
import type { LookupTyping, Service } from './service'
import { serviceLookup } from './service-lookup'

type Form = { by: 'discord' | 'key' | 'hub'; id: string }

const byOptions = () =>
  [
    { value: 'discord', label: servicesText.discordId },
    { value: 'key', label: servicesText.key },
    { value: 'hub', label: servicesText.hub },
  ] as const

const placeholders = {
  discord: '123456789098765432',
  key: '73978994376e1f3e307914c4',
  hub: '40511091490620200512',
} as const

function Fields(typing: LookupTyping<Form>) {
  const { account, form } = typing
  const { by } = form
  const options = byOptions()
  const label = options.find((option) => option.value === by)?.label ?? ''
  const known = account.scopes.filter((scope) => scope.kind === by && by === 'hub')
  return (
    <Tabs
      label={servicesText.lookUpBy}
      value={by}
      options={options}
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
  resultColumns: [listed, user, place('universe'), job, started],
  get disconnectEffect() {
    return servicesText.endsScriptSession(providerCatalog.luaprot.name)
  },
}
