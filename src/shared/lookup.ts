import { z } from 'zod'
import { appErrorSchema } from './app-error'
import { evidenceSchema } from './health'
import { sessionSchema } from './session'

/** A look-up lists at most so many sessions: the first ones that the service gives. */
export const largestLookup = 5_000

const word = z.string().trim().min(1, 'is needed').max(200, 'is too long')
/** Epoch ms within the years that ISO 8601 writes with four digits. */
const time = z.number().int().min(0).max(253_402_300_799_999)

/** LuaProt, *Get Sessions*: exactly one of its three queries, since the document lets `hubId` win. */
const luaprotQuestionSchema = z.object({
  provider: z.literal('luaprot'),
  by: z.enum(['discord', 'key', 'hub']),
  id: word,
})

/** LuaAuth, *Filtering sessions*: it refuses to filter by nothing. */
const luaauthQuestionSchema = z
  .object({
    provider: z.literal('luaauth'),
    scriptId: word,
    key: word.optional(),
    robloxId: word.optional(),
    placeId: word.optional(),
    jobId: word.optional(),
  })
  .refine(({ key, robloxId, placeId, jobId }) => key ?? robloxId ?? placeId ?? jobId, {
    path: ['key'],
    message: 'filter by something: a key, a Roblox id, a place or a job',
  })

/** Junkie, *List active sessions for a script*: every page, of everybody or of names that hold `userName`. */
const junkieQuestionSchema = z.object({
  provider: z.literal('junkie'),
  scriptId: word,
  userName: word.optional(),
})

/** VSay, *List Sessions*. `from` and `to` are epoch ms. */
const vsayQuestionSchema = z
  .object({
    provider: z.literal('vsay'),
    status: z.enum(['active', 'ended', 'both']),
    machineId: word.optional(),
    userId: word.optional(),
    from: time.optional(),
    to: time.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'is before the start',
  })

/** What a service can be asked for, besides what an account watches. Holds personal data. */
export const lookupQuestionSchema = z.discriminatedUnion('provider', [
  luaprotQuestionSchema,
  luaauthQuestionSchema,
  junkieQuestionSchema,
  vsayQuestionSchema,
])
export type LookupQuestion = z.infer<typeof lookupQuestionSchema>

/** Who asks: a question ends the one before it in its own lane, and no other. */
export const lookupLaneSchema = z.string().min(1).max(300)

/** What a look-up found. */
export const lookupAnswerSchema = z.object({
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
})
export type LookupAnswer = z.infer<typeof lookupAnswerSchema>
