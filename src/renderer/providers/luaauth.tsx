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
      <LookupLine typing={typing} field="scriptId" label="Script" suggestions={scripts} />
      <LookupLine typing={typing} field="key" label="Key" personal />
      <LookupLine typing={typing} field="robloxId" label="Roblox ID" personal />
      <LookupLine typing={typing} field="placeId" label="Place" />
      <LookupLine typing={typing} field="jobId" label="Job" personal />
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
  resultColumns: [listed, robloxId, place('Place'), job, started],
  disconnectEffect: 'LuaAuth ends the script session.',
}
