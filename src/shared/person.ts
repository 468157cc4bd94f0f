import { z } from 'zod'
import { actionSchema } from './action'
import { type LookupQuestion, lookupQuestionSchema } from './lookup'
import { rosterRowSchema, type Session } from './session'
import { folded, legible } from './text-match'

/** Longest text that somebody is looked for by, characters. */
export const longestPersonText = 500

/** Sessions listed of those that the text names in part. */
export const mostSimilar = 20

/** Sessions of a person by which the action log is searched: more are rather a server than a person. */
export const mostPersonKeys = 20

/** What a service can be asked about a person, or why it need not be. */
const personAskSchema = z.lazy(() =>
  z.object({
    accountId: z.string(),
    /** How it is asked, such as "by Discord id"; or why it is not: "Searched the live list, …". */
    how: z.string(),
    /** `null`: it is not asked. */
    question: lookupQuestionSchema.nullable(),
  }),
)
export type PersonAsk = z.infer<typeof personAskSchema>

/** What is known of a person at once. Holds personal data. */
export const foundPersonSchema = z.lazy(() =>
  z.object({
    /** What was looked for: the text without blanks, quotes and mention marks. */
    text: z.string(),
    /** The live sessions that the text names exactly, over all accounts. */
    sessions: z.array(rosterRowSchema),
    /** Other live sessions, as a search of the list would find them by who they are: the first, and how many. */
    similar: z.object({ sessions: z.array(rosterRowSchema).max(mostSimilar), total: z.number() }),
    /** What was done to them and to others of the same name, the newest first. */
    actions: z.array(actionSchema),
    asks: z.array(personAskSchema),
  }),
)
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
