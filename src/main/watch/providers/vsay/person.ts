import { serviceAnswersText } from '../../../../shared/text/service-answers'
import type { PersonAsks, PersonSearch } from '../person'

const userIdShape = /^usr_\w+$/

/** Most users of one name whose ended sessions are searched. */
const mostUsers = 3
/** Age of the oldest ended sessions that are searched, days. */
const endedDays = 30

/** What VSay can be asked: its list holds nobody who has left, and it finds them by the user's id. */
export function vsayAsks({ text, incomplete, userIds, now }: PersonSearch): PersonAsks {
  const known = new Set(userIdShape.test(text) ? [text, ...userIds] : userIds)
  const users = [...known].slice(0, mostUsers)
  const isIncomplete = incomplete.length > 0
  const status = isIncomplete ? 'both' : 'ended'
  const from = now - endedDays * 86_400_000
  const { vsayAllOf, vsayAllOfName, vsayEndedOf, vsayEndedOfName } = serviceAnswersText
  const [ofOne, ofName] = isIncomplete ? [vsayAllOf, vsayAllOfName] : [vsayEndedOf, vsayEndedOfName]
  const how = (users.length > 1 ? ofName : ofOne)(endedDays)
  const asks = users.map((userId) => ({ how, question: { provider: 'vsay', status, userId, from } as const }))
  return { asks, unasked: null, searched: serviceAnswersText.vsaySearched }
}
