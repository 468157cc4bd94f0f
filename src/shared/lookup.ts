import { z } from 'zod'
import { appErrorSchema } from './app-error'
import { evidenceSchema } from './health'
import { sessionSchema } from './session'

export { type LookupQuestion, lookupQuestionSchema } from './providers/questions'

/** Most sessions of a look-up: the first ones that the service gives. */
export const largestLookup = 5_000

/** The parts of the window that look up: a question ends the one before it in its own lane, and no other. */
export const lookupLaneSchema = z.string().min(1).max(300)

/** What a look-up found. */
export const lookupAnswerSchema = z.lazy(() =>
  z.object({
    /** In the service's order, each once; live ones and ended ones. */
    sessions: z.array(sessionSchema),
    /** `false`: there are more than {@link largestLookup}, or the rest could not be read; these are the first. */
    complete: z.boolean(),
    /** Why the rest could not be read. */
    stopped: appErrorSchema.nullable(),
    /** How many there are, where the service says. */
    total: z.number().nullable(),
    /** Items that had no id which can be read. */
    unreadable: z.number(),
    evidence: evidenceSchema,
  }),
)
export type LookupAnswer = z.infer<typeof lookupAnswerSchema>
