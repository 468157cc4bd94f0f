import { z } from 'zod'
import { sessionKeySchema } from '../session'

/** Who answers a request. */
export type Owner = 'shell' | 'watch' | 'terminals'

/**
 * Who may ask. `window` requests come from the renderer through the shell's relay; `shell` requests are the shell's
 * own to a worker (they carry secrets) and the relay refuses them from a window.
 */
type Audience = 'window' | 'shell'

/** A request: who answers, who may ask, what goes in, what comes out. */
export type RequestSpec = { owner: Owner; audience: Audience; input: z.ZodType; output: z.ZodType }

/** An event: who sends it and what it carries. */
export type EventSpec = { owner: Owner; payload: z.ZodType }

/** No input, no answer but that it was done, nothing to carry. */
export const nothing = z.undefined()
/** Names a session. */
export const byKey = z.object({ key: sessionKeySchema })
/** Names what has an id. */
export const byId = z.object({ id: z.string().min(1) })

/** What a connection test found. */
export const accountTestSchema = z.lazy(() =>
  z.object({ sessions: z.number(), scopes: z.number(), evidence: z.string() }),
)
export type AccountTest = z.infer<typeof accountTestSchema>
