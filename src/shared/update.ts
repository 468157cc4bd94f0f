import { z } from 'zod'
import { appErrorSchema } from './app-error'

/** A version that can be installed in place of this one. */
const newVersionSchema = z.lazy(() =>
  z.object({
    version: z.string(),
    /** What is new, plain text of several lines; may be empty. */
    notes: z.string(),
    bytes: z.number(),
  }),
)
export type NewVersion = z.infer<typeof newVersionSchema>

/** Why the last attempt at the next step failed. */
const problem = z.lazy(() => appErrorSchema.nullable())

/**
 * How this application stands towards its next version. Nothing is downloaded or installed unless a person asks for it:
 * `available` → `downloading` → `ready` → `installing`, and back by one step where something fails.
 */
export const updateStateSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    /** This one does not even look. */
    z.object({ kind: z.literal('off'), why: z.string() }),
    z.object({
      kind: z.literal('idle'),
      /** Epoch ms; `null` before the first check that was answered. */
      checkedAt: z.number().nullable(),
      /** A version that is being released in steps, this computer not being in one yet. */
      later: z.string().nullable(),
      problem,
    }),
    z.object({ kind: z.literal('checking') }),
    z.object({
      kind: z.literal('available'),
      next: newVersionSchema,
      /** Where to get it, for packages that cannot replace themselves; `null`: it can be downloaded here. */
      page: z.string().nullable(),
      problem,
    }),
    z.object({ kind: z.literal('downloading'), next: newVersionSchema, receivedBytes: z.number() }),
    z.object({ kind: z.literal('ready'), next: newVersionSchema, problem }),
    z.object({ kind: z.literal('installing'), next: newVersionSchema }),
  ]),
)
export type UpdateState = z.infer<typeof updateStateSchema>
