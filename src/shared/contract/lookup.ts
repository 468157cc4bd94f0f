import { z } from 'zod'
import { lookupAnswerSchema, lookupLaneSchema, lookupQuestionSchema } from '../lookup'
import { foundPersonSchema, longestPersonText, mostPersonKeys } from '../person'
import { sessionKeySchema } from '../session'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** Sessions and people that are not in the list. */
export const requests = {
  /**
   * Looks up sessions at a service that need not be listed. They can then be shown and acted on like those that are. The
   * question before it in the same lane is `cancelled`.
   */
  'lookup.run': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() =>
      z.object({ lane: lookupLaneSchema, accountId: z.string(), question: lookupQuestionSchema }),
    ),
    output: lookupAnswerSchema,
  },
  /** Ends the question that is under way in a lane. */
  'lookup.cancel': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ lane: lookupLaneSchema }),
    output: nothing,
  },
  /**
   * The person whom a text names: what is known at once, and what the services can be asked. Nothing is sent. `keys`:
   * sessions of theirs that a look-up found, by which the action log may find them too.
   */
  'person.find': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() =>
      z.object({
        text: z.string().max(longestPersonText),
        keys: z.array(sessionKeySchema).max(mostPersonKeys),
      }),
    ),
    output: foundPersonSchema,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** How many sessions a look-up of several pages has found so far, and how many there are where the service says. */
  'lookup.progress': {
    owner: 'watch',
    payload: z.lazy(() =>
      z.object({ lane: lookupLaneSchema, done: z.number(), total: z.number().nullable() }),
    ),
  },
} as const satisfies Record<string, EventSpec>
