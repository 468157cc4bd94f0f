import { z } from 'zod'
import { actionSchema } from '../action'
import {
  scriptCountsSchema,
  scriptEditSchema,
  scriptExecutionsSchema,
  scriptInfoSchema,
  scriptRefSchema,
  scriptSourceSchema,
} from '../script'
import type { RequestSpec } from './parts'

/** Scripts and their counts. */
export const requests = {
  'script.info': { owner: 'watch', audience: 'window', input: scriptRefSchema, output: scriptInfoSchema },
  'script.executions': {
    owner: 'watch',
    audience: 'window',
    input: scriptRefSchema,
    output: scriptExecutionsSchema,
  },
  /** A change leaves once; the same one, requested again while it is under way, joins the same action. */
  'script.edit': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => scriptRefSchema.extend({ edit: scriptEditSchema })),
    output: actionSchema,
  },
  'script.toggle': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => scriptRefSchema.extend({ enabled: z.boolean() })),
    output: actionSchema,
  },
  /** Replaces the source; the service obfuscates it, which may take over a minute. */
  'script.update': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => scriptRefSchema.extend({ source: scriptSourceSchema })),
    output: actionSchema,
  },
  'script.remove': { owner: 'watch', audience: 'window', input: scriptRefSchema, output: actionSchema },
  /** `fresh: false` takes the counts of the last heartbeat, if there are any, and polls the service only otherwise. */
  'script.counts': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ accountId: z.string(), fresh: z.boolean() })),
    output: scriptCountsSchema,
  },
} as const satisfies Record<string, RequestSpec>
