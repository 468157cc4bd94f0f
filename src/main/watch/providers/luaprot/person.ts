import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { jobId, type PersonAsks, type PersonSearch } from '../person'

const discordId = /^\d{17,20}$/
/** Longer than most names, and letters with digits: what a key looks like. */
const keyShape = /^(?=.*\d)(?=.*[a-z])[\w-]{16,128}$/i

/** What LuaProt can be asked: its list holds neither keys nor Discord ids. */
export function luaprotAsks({ text }: PersonSearch): PersonAsks {
  const searched = serviceAnswersText.luaprotSearched
  const by = discordId.test(text) ? 'discord' : keyShape.test(text) && !jobId.test(text) ? 'key' : null
  if (by === null) return { asks: [], unasked: null, searched }
  const how = by === 'discord' ? serviceAnswersText.byDiscordId : serviceAnswersText.byKey
  return { asks: [{ how, question: { provider: 'luaprot', by, id: text } }], unasked: null, searched }
}
