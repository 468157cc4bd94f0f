import { z } from 'zod'
import { questionsText } from '../../text/questions'
import { word } from '../parts'

/** *Filtering sessions*: it refuses to filter by nothing. */
export const luaauthQuestionSchema = z.lazy(() =>
  z
    .object({
      provider: z.literal('luaauth'),
      scriptId: word('enterScriptId'),
      key: word('enterKey').optional(),
      robloxId: word('enterRobloxId').optional(),
      placeId: word('enterPlaceId').optional(),
      jobId: word('enterJobId').optional(),
    })
    .refine(({ key, robloxId, placeId, jobId }) => key ?? robloxId ?? placeId ?? jobId, {
      path: ['key'],
      error: () => questionsText.enterFilter,
    }),
)
