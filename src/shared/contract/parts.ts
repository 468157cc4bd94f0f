import { z } from 'zod'
import { sessionKeySchema } from '../session'

/** The thread that answers a request. */
export type Owner = 'shell' | 'watch' | 'terminals'

/**
 * Who may send a request. `window` requests come from the renderer through the shell's relay; `shell` requests are the
 * shell's own to a worker (they carry secrets) and the relay refuses them from a window.
 */
type Audience = 'window' | 'shell'

/** A request: who answers it, who may send it, its input and its output. */
export type RequestSpec = { owner: Owner; audience: Audience; input: z.ZodType; output: z.ZodType }

/** An event: its sender and its payload. */
export type EventSpec = { owner: Owner; payload: z.ZodType }

/** The schema of no input, no output (but that it was done) and no payload. */
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
