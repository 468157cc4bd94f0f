import { z } from 'zod'
import { word } from '../parts'

/** *Get Sessions*: exactly one of its three queries, since the document lets `hubId` win. */
export const luaprotQuestionSchema = z.object({
  provider: z.literal('luaprot'),
  by: z.enum(['discord', 'key', 'hub']),
  id: word,
})
