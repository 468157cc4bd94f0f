import { jobId, listHoldsAll, type PersonAsks, type PersonSearch } from '../person'

const robloxId = /^\d{1,16}$/

/** What LuaAuth can be asked, at each script of which the list may lack somebody. Its sessions have no names. */
export function luaauthAsks({ text, incomplete }: PersonSearch): PersonAsks {
  const asks = incomplete.flatMap(({ scope }) => (scope.kind === 'script' ? asksAt(scope.id, text) : []))
  return { asks, unasked: null, searched: listHoldsAll }
}

function asksAt(scriptId: string, text: string): PersonAsks['asks'] {
  const at = `at script ${scriptId}`
  const script = { provider: 'luaauth', scriptId } as const
  if (jobId.test(text)) return [{ how: `by job ${at}`, question: { ...script, jobId: text } }]
  if (robloxId.test(text)) return [{ how: `by Roblox ID ${at}`, question: { ...script, robloxId: text } }]
  if (/\s/.test(text) || text.length > 200) return []
  return [{ how: `by key ${at}`, question: { ...script, key: text } }]
}
