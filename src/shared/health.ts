import { z } from 'zod'
import { scopeKeySchema, scopeSchema } from './account'
import { appErrorSchema } from './app-error'

/** One line of proof: what was asked, when, and what came back. Personal ids in it are masked. */
export const evidenceSchema = z.lazy(() =>
  z.object({
    /** Method and path, such as `GET /api/v1/sessions/get?hubId=4051…`. */
    asked: z.string(),
    at: z.number(),
    /** Such as `200, 14 sessions, 84 ms` or `no answer in 15 s`. */
    answer: z.string(),
  }),
)
export type Evidence = z.infer<typeof evidenceSchema>

/**
 * How a scope is doing.
 * `starting`: no heartbeat yet, or none since we ask again. `live`: the latest succeeded. `partial`: it did, but not everything could be read.
 * `late`: it fell silent, or answers what we cannot read.
 * `rate-limited`: it asked us to wait, or allows no more for now. `refused`: it does not accept the credential or the scope.
 * `offline`: the network, the proxy or the name fails, or something in between lets nothing through. `paused`: we do not ask.
 */
const healthStateSchema = z.enum([
  'starting',
  'live',
  'partial',
  'late',
  'rate-limited',
  'refused',
  'offline',
  'paused',
])
export type HealthState = z.infer<typeof healthStateSchema>

/** Something that the latest answers lack: a script that cannot be read, counts that contradict the lists, … */
const gapSchema = z.lazy(() =>
  z.object({
    /** Where it is, if it is in one script. */
    scriptId: z.string().nullable(),
    /** What is wrong, as sentences for a person. */
    words: z.string(),
    evidence: evidenceSchema.nullable(),
  }),
)
export type HealthGap = z.infer<typeof gapSchema>

/** The health of one scope. Times are epoch ms. */
export const scopeHealthSchema = z.lazy(() =>
  z.object({
    key: scopeKeySchema,
    accountId: z.string(),
    scope: scopeSchema,
    state: healthStateSchema,
    /** Sessions that this scope lists now (a session in two scopes counts in both). */
    count: z.number(),
    /** The last heartbeat that succeeded, whole or partial. */
    lastSuccessAt: z.number().nullable(),
    lastAttemptAt: z.number().nullable(),
    nextAt: z.number().nullable(),
    /** A sweep over pages that spans several heartbeats: n of total rows. */
    sweep: z.object({ done: z.number(), total: z.number().nullable() }).nullable(),
    /** Rows of the latest answer that could not be read. */
    unreadable: z.number(),
    gaps: z.array(gapSchema),
    /** What was odd about the latest answer, though it is all there: sentences such as which unit its times are in. */
    notes: z.array(z.string()),
    /** One sentence that tells apart: empty, silent, no network, refused … */
    summary: z.string(),
    evidence: evidenceSchema.nullable(),
    error: appErrorSchema.nullable(),
  }),
)
export type ScopeHealth = z.infer<typeof scopeHealthSchema>
