import { z } from 'zod'
import { appLinkSchema } from '../app-link'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** Links from other applications into this one. */
export const requests = {
  /** The link that was opened last and is not shown yet; from now on it is. */
  'app-link.take': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.lazy(() => z.object({ link: appLinkSchema.nullable() })),
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** There is a link to be taken. */
  'app-link.waits': { owner: 'shell', payload: nothing },
} as const satisfies Record<string, EventSpec>
