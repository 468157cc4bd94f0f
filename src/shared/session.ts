import { z } from 'zod'
import { providerIdSchema, scopeKeySchema } from './account'

/** `account id:session id`; unique over all accounts. */
export const sessionKeySchema = z.string().min(3)
export type SessionKey = z.infer<typeof sessionKeySchema>

const text = z.string().nullable()

/**
 * One live user (or one SSH session) as a provider reports it. Times are epoch ms; `null` means that the service
 * says nothing, never that something is empty.
 */
export const sessionSchema = z.lazy(() =>
  z.object({
    key: sessionKeySchema,
    accountId: z.string(),
    provider: providerIdSchema,
    /** The service's own id. Always a string: LuaProt's are above 2^53. */
    id: z.string(),
    userName: text,
    robloxId: text,
    /** VSay's user id. */
    userId: text,
    scriptId: text,
    machineId: text,
    machineName: text,
    placeId: text,
    universeId: text,
    jobId: text,
    /** LuaAuth's user key. Personal. */
    userKey: text,
    /** Personal. */
    hwid: text,
    /** Personal. */
    ipAddress: text,
    /** VSay's status word. */
    status: text,
    startedAt: z.number().nullable(),
    /** The session's own last sign of life, where the service gives one. */
    lastBeatAt: z.number().nullable(),
    beatCount: z.number().nullable(),
  }),
)
export type Session = z.infer<typeof sessionSchema>

/** What a row is waiting for. */
const pendingDisconnectSchema = z.lazy(() =>
  z.object({
    actionId: z.string(),
    requestedAt: z.number(),
    /** How long the service may go on listing the session, ms; `null` where no document says. */
    mayTakeMs: z.number().nullable(),
  }),
)
export type PendingDisconnect = z.infer<typeof pendingDisconnectSchema>

/** A session with what the roster knows about it. */
export const rosterRowSchema = z.lazy(() =>
  sessionSchema.unwrap().extend({
    /** The scopes whose last answer listed it; empty for a session that was looked up and is not in the list. */
    scopes: z.array(scopeKeySchema),
    /**
     * Our last heartbeat that listed it, when that was *not* the latest one of its scopes. `null` is the usual case:
     * listed by the latest, so `seenAt` is the scope's `lastSuccessAt` (kept there so that an unchanged session
     * costs no patch).
     */
    missedSince: z.number().nullable(),
    disconnecting: pendingDisconnectSchema.nullable(),
  }),
)
export type RosterRow = z.infer<typeof rosterRowSchema>

/**
 * A session that is no longer in the list, as it was when it was last listed. `leftAt` is epoch ms; `leftMs` is for
 * ordering, on the monotonic clock of the side that holds it. `isWatched`: it left; else its scope is no longer polled, and
 * it may well be there.
 */
export type Departed = { row: RosterRow; leftAt: number; leftMs: number; isWatched: boolean }

/** A field of a session's details. */
const detailFieldSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    label: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    /** How to show `value`: `time` is epoch ms, `id` is shown in mono with its middle cut. */
    kind: z.enum(['text', 'id', 'time', 'number', 'boolean']),
    /** Masked until revealed. */
    personal: z.boolean(),
    /** What `null` means here: "never" for a documented zero time, "—" where the service says nothing. */
    emptyWord: z.string(),
  }),
)
export type DetailField = z.infer<typeof detailFieldSchema>

/** Everything a provider gives about one session. */
export const sessionDetailsSchema = z.lazy(() =>
  z.object({
    key: sessionKeySchema,
    fetchedAt: z.number(),
    sections: z.array(z.object({ title: z.string(), fields: z.array(detailFieldSchema) })),
  }),
)
export type SessionDetails = z.infer<typeof sessionDetailsSchema>
