import { z } from 'zod'
import { word } from '../parts'

/** *Filtering sessions*: it refuses to filter by nothing. */
export const luaauthQuestionSchema = z
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
