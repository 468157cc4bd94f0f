import { z } from 'zod'
import { longestScriptLabel, longestScriptName, longestSource } from './script-facts'
import { checksText } from './text/checks'

/** See `ScriptRef`. */
export const scriptRefSchema = z.object({ accountId: z.string(), scriptId: z.string().min(1).max(200) })

/** Longest key of a script, characters, and how many names of scripts are kept. */
const longestKey = 300
const mostLabels = 5_000

/** What a person calls the scripts of which the service gives only an id, by `scriptKey`. */
export const scriptLabelsSchema = z.lazy(() =>
  z
    .record(z.string().max(longestKey), z.string().trim().min(1).max(longestScriptLabel))
    .refine((labels) => Object.keys(labels).length <= mostLabels, {
      error: () => checksText.mostScriptNames(mostLabels),
    }),
)

const flag = z.boolean().nullable()
const figure = z.number().nullable()

/** A script as its service describes it; `null` where the service says nothing. */
export const scriptInfoSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    projectId: z.string().nullable(),
    /** `null` or empty: it has none. */
    name: z.string().nullable(),
    freeForAll: flag,
    useHeartbeat: flag,
    kickOutdated: flag,
    requireSessions: flag,
    enabled: flag,
    totalExecutions: figure,
    totalSessions: figure,
    totalInstances: figure,
    /** Epoch ms. */
    fetchedAt: z.number(),
  }),
)
export type ScriptInfo = z.infer<typeof scriptInfoSchema>

/** Executions by day, in the order of the service; a day is its own word for it, without a year: `01/31`. */
export const scriptExecutionsSchema = z.lazy(() =>
  z.object({
    days: z.array(z.object({ day: z.string(), executions: z.number() })),
    /** Epoch ms. */
    fetchedAt: z.number(),
  }),
)
export type ScriptExecutions = z.infer<typeof scriptExecutionsSchema>

/** What a person changes at a script; what is left out stays. An empty name clears it. */
export const scriptEditSchema = z.lazy(() =>
  z
    .strictObject({
      name: z.string().max(longestScriptName),
      freeForAll: z.boolean(),
      useHeartbeat: z.boolean(),
      kickOutdated: z.boolean(),
      requireSessions: z.boolean(),
    })
    .partial()
    .refine((edit) => Object.values(edit).some((value) => value !== undefined), {
      path: ['name'],
      error: () => checksText.nothingChanged,
    }),
)
export type ScriptEdit = z.infer<typeof scriptEditSchema>

/** A script's whole source. */
export const scriptSourceSchema = z.string().min(1).max(longestSource)

/** How many sessions each script of an account has, as the service counts them. */
export const scriptCountsSchema = z.lazy(() =>
  z.object({
    counts: z.array(z.object({ scriptId: z.string(), live: z.number() })),
    /** The service's own sum; `null` where it says none. */
    total: z.number().nullable(),
    /** Epoch ms. */
    fetchedAt: z.number(),
  }),
)
export type ScriptCounts = z.infer<typeof scriptCountsSchema>
