import { z } from 'zod'
import { word } from '../parts'

/** *Filtering sessions*: it refuses to filter by nothing. */
export const luaauthQuestionSchema = z.lazy(() =>
  z
    .object({
      provider: z.literal('luaauth'),
      scriptId: word('a script ID'),
      key: word('a key').optional(),
      robloxId: word('a Roblox ID').optional(),
      placeId: word('a place ID').optional(),
      jobId: word('a job ID').optional(),
    })
    .refine(({ key, robloxId, placeId, jobId }) => key ?? robloxId ?? placeId ?? jobId, {
      path: ['key'],
      message: 'Enter a key, Roblox ID, place or job to filter by.',
    }),
)
