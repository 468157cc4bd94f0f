import { z } from 'zod'
import { word } from '../parts'

/** *Get Sessions*: exactly one of its three queries, since the document lets `hubId` win. */
export const luaprotQuestionSchema = z.lazy(() =>
  z.discriminatedUnion('by', [
    z.object({ provider: z.literal('luaprot'), by: z.literal('discord'), id: word('enterDiscordId') }),
    z.object({ provider: z.literal('luaprot'), by: z.literal('key'), id: word('enterKey') }),
    z.object({ provider: z.literal('luaprot'), by: z.literal('hub'), id: word('enterHubId') }),
  ]),
)
