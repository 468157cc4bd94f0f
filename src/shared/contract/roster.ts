import { z } from 'zod'
import { scopeHealthSchema } from '../health'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** The health of the scopes, and the number of live sessions. */
export const requests = {
  'health.list': { owner: 'watch', audience: 'window', input: nothing, output: z.array(scopeHealthSchema) },
  /** Polls the scopes of an account, or of all of them, at once (inside the rate budget). */
  'heartbeat.now': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ accountId: z.string().nullable() })),
    output: nothing,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** The scopes whose health changed, and those that are gone. */
  'health.changed': {
    owner: 'watch',
    payload: z.lazy(() => z.object({ changed: z.array(scopeHealthSchema), removed: z.array(z.string()) })),
  },
  /** How many sessions the roster holds, each counted once; sent when the number changed. The tray shows it. */
  'roster.count': { owner: 'watch', payload: z.lazy(() => z.object({ live: z.number().int().min(0) })) },
} as const satisfies Record<string, EventSpec>
