import { z } from 'zod'
import { word } from '../parts'

/** *Get Sessions*: exactly one of its three queries, since the document lets `hubId` win. */
export const luaprotQuestionSchema = z.lazy(() =>
  z.discriminatedUnion('by', [
    z.object({ provider: z.literal('luaprot'), by: z.literal('discord'), id: word('a Discord ID') }),
    z.object({ provider: z.literal('luaprot'), by: z.literal('key'), id: word('a key') }),
    z.object({ provider: z.literal('luaprot'), by: z.literal('hub'), id: word('a hub ID') }),
  ]),
)
