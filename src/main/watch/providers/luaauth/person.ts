import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { jobId, listHoldsAll, type PersonAsks, type PersonSearch } from '../person'

const robloxId = /^\d{1,16}$/

/** What LuaAuth can be asked, at each script of which the list may lack somebody. Its sessions have no names. */
export function luaauthAsks({ text, incomplete }: PersonSearch): PersonAsks {
  const asks = incomplete.flatMap(({ scope }) => (scope.kind === 'script' ? asksAt(scope.id, text) : []))
  return { asks, unasked: null, searched: listHoldsAll() }
}

function asksAt(scriptId: string, text: string): PersonAsks['asks'] {
  const script = { provider: 'luaauth', scriptId } as const
  if (jobId.test(text))
    return [{ how: serviceAnswersText.byJobAt(scriptId), question: { ...script, jobId: text } }]
  if (robloxId.test(text))
    return [{ how: serviceAnswersText.byRobloxIdAt(scriptId), question: { ...script, robloxId: text } }]
  if (/\s/.test(text) || text.length > 200) return []
  return [{ how: serviceAnswersText.byKeyAt(scriptId), question: { ...script, key: text } }]
}
