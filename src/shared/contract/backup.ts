import { z } from 'zod'
import { backupPreviewSchema, restoredSchema, windowPartsSchema } from '../backup'
import type { RequestSpec } from './parts'
import { nothing } from './parts'

/** The person's accounts, hosts, templates and settings as one file, without secrets. */
export const requests = {
  /** Asks the person where, then writes the file. */
  'backup.save': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ suggestedName: z.string().min(1).max(200), window: windowPartsSchema })),
    /** The name of the file, without its folder; `null` where the person gave up. */
    output: z.lazy(() => z.object({ savedAs: z.string().nullable() })),
  },
  /** Asks the person which file and reads it. Nothing is changed; `null` where they gave up. */
  'backup.open': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.lazy(() => backupPreviewSchema.nullable()),
  },
  /** Takes these items of the file that was opened last; refused where they would now do something else than was previewed. */
  'backup.restore': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ chosen: z.array(z.string().max(100)).max(2_000) })),
    output: restoredSchema,
  },
} as const satisfies Record<string, RequestSpec>
