import { servicesText } from '../../shared/text/services'
import { LookupLine } from './LookupLine'
import { job, lastBeat, listed, place, started, user } from './result-columns'
import type { LookupTyping, Service } from './service'
import { given, serviceLookup } from './service-lookup'
import { useScriptIds } from './use-script-ids'

type Form = { scriptId: string; userName: string }

function Fields(typing: LookupTyping<Form>) {
  const scripts = useScriptIds(typing.account)
  return (
    <>
      <LookupLine typing={typing} field="scriptId" label={servicesText.script} suggestions={scripts} />
      <LookupLine
        typing={typing}
        field="userName"
        label={servicesText.userName}
        personal
        help={servicesText.userNameHelp}
      />
    </>
  )
}

/** What Junkie looks like. */
export const junkie: Service = {
  lookup: serviceLookup<Form>({
    layout: 'line',
    empty: { scriptId: '', userName: '' },
    Fields,
    questionOf: ({ scriptId, userName }) => ({ provider: 'junkie', scriptId, userName: given(userName) }),
  }),
  resultColumns: [listed, user, place('place'), job, started, lastBeat],
  disconnectEffect: null,
}
