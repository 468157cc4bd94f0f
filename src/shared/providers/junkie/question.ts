import { z } from 'zod'
import { word } from '../parts'

/** *List active sessions for a script*: every page, of everybody or of names that hold `userName`. */
export const junkieQuestionSchema = z.lazy(() =>
  z.object({
    provider: z.literal('junkie'),
    scriptId: word('enterScriptId'),
    userName: word('enterUserName').optional(),
  }),
)
