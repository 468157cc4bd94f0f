import { z } from 'zod'
import { actionSchema } from './action'
import { type LookupQuestion, lookupQuestionSchema } from './lookup'
import { rosterRowSchema, type Session } from './session'
import { folded, legible } from './text-match'

/** Longest text that a person is searched by, characters. */
export const longestPersonText = 500

/** Most listed sessions among those that the text names in part. */
export const mostSimilar = 20

/** Most sessions of a person by which the action log is searched: more are rather a server than a person. */
export const mostPersonKeys = 20

/** A question about a person that a service answers, or why there is none. */
const personAskSchema = z.object({
  accountId: z.string(),
  /** Its form, such as "by Discord id"; or why there is none: "Searched the live list, …". */
  how: z.string(),
  /** `null`: there is none. */
  question: lookupQuestionSchema.nullable(),
})
export type PersonAsk = z.infer<typeof personAskSchema>

/** What is known of a person at once. Holds personal data. */
export const foundPersonSchema = z.object({
  /** What was searched: the text without blanks, quotes and mention marks. */
  text: z.string(),
  /** The live sessions that the text names exactly, over all accounts. */
  sessions: z.array(rosterRowSchema),
  /** Other live sessions, as a search of the list would find them by who they are: the first, and how many. */
  similar: z.object({ sessions: z.array(rosterRowSchema).max(mostSimilar), total: z.number() }),
  /** What was done to them and to others of the same name, the newest first. */
  actions: z.array(actionSchema),
  asks: z.array(personAskSchema),
})
export type FoundPerson = z.infer<typeof foundPersonSchema>

/** Whether a session that a question found is theirs: one by user name also finds names that only hold it. */
export const isTheirs = (question: LookupQuestion, { userName }: Pick<Session, 'userName'>): boolean =>
  !('userName' in question) || folded(question.userName ?? '') === folded(userName ?? '')

/**
 * The text as it was pasted, without blanks, quotes, the marks of a mention (`<@123>`, `<@!123>`, `@name`) and what
 * nobody sees.
 */
export function personText(pasted: string): string {
  const bare = legible(pasted)
    .trim()
    .replace(/^["'`“”‘’«»]+|["'`“”‘’«»]+$/gu, '')
    .trim()
  const mention = /^<@!?(\d+)>$/.exec(bare)
  return mention?.[1] ?? bare.replace(/^@/, '').trim()
}
