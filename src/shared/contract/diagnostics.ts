import { z } from 'zod'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** What a person hands to whoever helps them. */
export const requests = {
  /** Puts it on the clipboard, masked. The window never sees it. */
  'diagnostics.copy': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
  'diagnostics.openLogs': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** The menu of the system was asked for it. */
  'diagnostics.wanted': {
    owner: 'shell',
    payload: z.lazy(() => z.object({ what: z.enum(['copy', 'logs']) })),
  },
} as const satisfies Record<string, EventSpec>
