import { z } from 'zod'
import { scriptInfoSchema, scriptRefSchema } from './script'
import { longestScriptName, longestSource } from './script-facts'

/** How a script was at its service when a draft of it was begun. */
const scriptBaseSchema = z.lazy(() =>
  scriptInfoSchema.unwrap().pick({
    name: true,
    freeForAll: true,
    useHeartbeat: true,
    kickOutdated: true,
    requireSessions: true,
    enabled: true,
  }),
)
export type ScriptBase = z.infer<typeof scriptBaseSchema>

/** What a person has typed over a script's own values; a field that says the same again is not in it. */
const scriptDraftSchema = z.lazy(() =>
  z
    .strictObject({
      // What is too long is refused when it is sent, not forgotten while it is typed.
      name: z.string().max(100 * longestScriptName),
      freeForAll: z.boolean(),
      useHeartbeat: z.boolean(),
      kickOutdated: z.boolean(),
      requireSessions: z.boolean(),
    })
    .partial(),
)
export type ScriptDraft = z.infer<typeof scriptDraftSchema>

const draftSchema = z.lazy(() =>
  scriptRefSchema.extend({
    /** `null`: nobody knew. */
    base: scriptBaseSchema.nullable(),
    edit: scriptDraftSchema,
  }),
)

/** What was typed for a script and not taken by its service yet, to be kept. `source`: the new one, if any. */
export const unsavedDraftSchema = z.lazy(() =>
  draftSchema.unwrap().extend({ source: z.string().max(longestSource).nullable() }),
)
export type UnsavedDraft = z.infer<typeof unsavedDraftSchema>

/** A draft that is kept, without its source. */
export const keptDraftSchema = z.lazy(() =>
  draftSchema.unwrap().extend({
    /** Epoch ms. */
    savedAt: z.number(),
    /** Characters of the new source; `null`: there is none. */
    sourceLength: z.number().nullable(),
  }),
)
export type KeptDraft = z.infer<typeof keptDraftSchema>
