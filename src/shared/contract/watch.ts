import { z } from 'zod'
import { accountConfigSchema } from '../account'
import { alertSchema } from '../alert'
import { accountTestSchema, type EventSpec, nothing, type RequestSpec } from './parts'

/** Whether we ask and whether we notify. */
const watchStateSchema = z.lazy(() =>
  z.object({
    paused: z.boolean(),
    mutedUntil: z.number().nullable(),
    /** The watch thread died and is being restarted. */
    restarting: z.boolean(),
  }),
)
export type WatchState = z.infer<typeof watchStateSchema>

/** Watching: whether it asks and notifies, and what the watch thread is told. */
export const requests = {
  'watch.state': { owner: 'shell', audience: 'window', input: nothing, output: watchStateSchema },
  'watch.pause': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ paused: z.boolean() })),
    output: nothing,
  },
  'watch.mute': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ forMs: z.number().min(0).max(86_400_000) })),
    output: nothing,
  },
  'watch.configure': {
    owner: 'watch',
    audience: 'shell',
    input: z.lazy(() =>
      z.object({
        accounts: z.array(accountConfigSchema),
        heartbeatIntervalMs: z.number(),
        /** Proxy URL per account id, where the system has one for its origin. */
        proxies: z.record(z.string(), z.string()),
      }),
    ),
    output: nothing,
  },
  'watch.test': {
    owner: 'watch',
    audience: 'shell',
    input: z.lazy(() => z.object({ account: accountConfigSchema, proxy: z.string().nullable() })),
    output: accountTestSchema,
  },
  /** `paused`: the person's wish. `suspended`: the machine sleeps. */
  'watch.set': {
    owner: 'watch',
    audience: 'shell',
    input: z.lazy(() => z.object({ paused: z.boolean(), suspended: z.boolean(), muted: z.boolean() })),
    output: nothing,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  'alert.raised': { owner: 'watch', payload: alertSchema },
  /** For the log file; the terminals thread sends it too. */
  'log.line': {
    owner: 'watch',
    payload: z.lazy(() => z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string() })),
  },
  /** A heartbeat found no way to the account's service: its proxy may be another one now. */
  'watch.unreachable': { owner: 'watch', payload: z.lazy(() => z.object({ accountId: z.string() })) },
  'watch.changed': { owner: 'shell', payload: watchStateSchema },
} as const satisfies Record<string, EventSpec>
