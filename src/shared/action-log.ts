import { z } from 'zod'
import { actionKindSchema, actionSchema, type outcomeSchema } from './action'

/** Longest text that the log is searched for, characters. */
export const longestLogSearch = 500

/** Where a page of the log ends. */
const cursorSchema = z.object({ requestedAt: z.number(), seq: z.number() })

const outcomeKindSchema = z.enum([
  'planned',
  'unsent',
  'sending',
  'accepted',
  'delivered',
  'answered',
  'not-processed',
  'gone',
  'still-listed',
  'back',
  'unknown',
  'failed',
]) satisfies z.ZodType<z.infer<typeof outcomeSchema>['kind']>

/** What the log is asked for. An empty list and `null` do not narrow. Times are epoch ms; `to` is exclusive. */
export const logQuerySchema = z.lazy(() =>
  z.object({
    /**
     * Every word of it: in the target, the account, what was sent or the reason. Or all of it: an id, a key, a
     * hwid, a job.
     */
    text: z.string().max(longestLogSearch),
    kinds: z.array(actionKindSchema).max(actionKindSchema.options.length),
    accountId: z.string().nullable(),
    outcomes: z.array(outcomeKindSchema).max(outcomeKindSchema.options.length),
    batchId: z.string().nullable(),
    from: z.number().nullable(),
    to: z.number().nullable(),
    /** `next` of the page before; `null`: from the newest. */
    before: cursorSchema.nullable(),
    limit: z.number().int().min(1).max(5_000),
  }),
)
export type LogQuery = z.infer<typeof logQuerySchema>

/** A page of the log, newest first. */
export const logPageSchema = z.lazy(() =>
  z.object({
    actions: z.array(actionSchema),
    /** `null`: there is no more. */
    next: cursorSchema.nullable(),
    /** How many match in all; `null` on every page but the first. */
    total: z.number().nullable(),
  }),
)
export type LogPage = z.infer<typeof logPageSchema>
