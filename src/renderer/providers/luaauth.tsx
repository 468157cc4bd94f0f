import { providerCatalog } from '../../shared/providers/catalog'
import { servicesText } from '../../shared/text/services'
import { LookupLine } from './LookupLine'
import { job, listed, place, robloxId, started } from './result-columns'
import type { LookupTyping, Service } from './service'
import { given, serviceLookup } from './service-lookup'
import { useScriptIds } from './use-script-ids'

type Form = { scriptId: string; key: string; robloxId: string; placeId: string; jobId: string }

function Fields(typing: LookupTyping<Form>) {
  const scripts = useScriptIds(typing.account)
  return (
    <>
      <LookupLine typing={typing} field="scriptId" label={servicesText.script} suggestions={scripts} />
      <LookupLine typing={typing} field="key" label={servicesText.key} personal />
      <LookupLine typing={typing} field="robloxId" label={servicesText.robloxId} personal />
      <LookupLine typing={typing} field="placeId" label={servicesText.place} />
      <LookupLine typing={typing} field="jobId" label={servicesText.job} personal />
    </>
  )
}

/** What LuaAuth looks like. */
export const luaauth: Service = {
  lookup: serviceLookup<Form>({
    layout: 'line',
    empty: { scriptId: '', key: '', robloxId: '', placeId: '', jobId: '' },
    Fields,
    questionOf: ({ scriptId, key, robloxId: roblox, placeId, jobId }) => ({
      provider: 'luaauth',
      scriptId,
      key: given(key),
      robloxId: given(roblox),
      placeId: given(placeId),
      jobId: given(jobId),
    }),
  }),
  resultColumns: [listed, robloxId, place('place'), job, started],
  get disconnectEffect() {
    return servicesText.endsScriptSession(providerCatalog.luaauth.name)
  },
}
