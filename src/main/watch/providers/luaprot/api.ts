import { z } from 'zod'
import { textMessageBounds } from '../../../../shared/provider-catalog'
import { err, ok, type Result } from '../../../../shared/result'
import { violation } from '../bounds'
import type { Refusal } from '../failures'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import type { SpendKind } from '../rate-budget'
import { counted, fields, fromSeconds, type Items, id, ownId, readWhole, text } from '../readers'
import { gone } from '../words'

/** A session as *Get Sessions* lists it; `created` is epoch ms (Unix seconds on the wire). */
export type LuaprotSession = {
  id: string
  robloxUsername: string | null
  robloxJobId: string | null
  robloxUniverseId: string | null
  created: number | null
}

/** Whose sessions: everybody's in a hub, or one customer's. The document lets `hubId` win, so it stands alone here. */
export type LuaprotLookup = { hubId: string } | { key: string } | { discordId: string }

/** Whom a bulk action reaches. */
export type LuaprotTarget = { hubId: string } | { key: string }

/** `anybody` is false for *No active sessions found.*: nobody was there. */
type LuaprotBulk = { anybody: boolean }

// `optional` first: a missing field must reach the reader.
const time = z
  .unknown()
  .optional()
  .transform((value) => fromSeconds(value))
const optionalId = z
  .unknown()
  .optional()
  .transform((value) => id(value))
const word = z.string().nullish()
const figure = z.number().nullish()

const discordSchema = z.object({
  id: optionalId,
  username: word,
  avatar: word,
  global_name: word,
  modified: time,
  created: time,
})

const keySchema = z.object({
  hubId: optionalId,
  discordId: optionalId,
  key: word,
  expire: time,
  note: word,
  created: time,
  activated: z.boolean().nullish(),
  hwid: optionalId,
  hwidResetCount: figure,
  lastHwidReset: time,
  executionCount: figure,
  lastExecution: time,
  blacklisted: z.boolean().nullish(),
  blacklistReason: word,
  limitedScripts: z.unknown().optional(),
  discordData: discordSchema.nullish(),
})

const infoSchema = z.object({
  session: z.object({
    id: z
      .unknown()
      .optional()
      .transform((value) => ownId(value)),
    key: word,
    robloxUsername: word,
    robloxJobId: word,
    robloxUniverseId: optionalId,
    created: time,
  }),
  key: keySchema.nullish(),
})

/** What *Session Info* gives; times are epoch ms, `null` for a documented 0 ("never"). */
export type LuaprotInfo = z.infer<typeof infoSchema>
/** A customer's key record. */
export type LuaprotKey = z.infer<typeof keySchema>

const filled = z.string().min(1, 'must not be empty')
const messageBounds = z
  .string()
  .min(textMessageBounds.min, 'must have at least 1 character')
  .max(textMessageBounds.max, 'must have at most 100 characters')
const lookupBounds = z.union([
  z.strictObject({ hubId: filled }),
  z.strictObject({ key: filled }),
  z.strictObject({ discordId: filled }),
])
const exactlyOne = (bounds: z.ZodType, target: object, names: readonly [string, ...string[]]) =>
  bounds.safeParse(target).success
    ? null
    : { path: names[0], message: `Exactly one of ${names.join(', ')} is needed. Nothing was sent.` }
const targetBounds = z.union([z.strictObject({ hubId: filled }), z.strictObject({ key: filled })])

const readSession = (item: unknown): LuaprotSession => {
  const from = fields(item)
  return {
    id: ownId(from.id),
    robloxUsername: text(from.robloxUsername),
    robloxJobId: text(from.robloxJobId),
    robloxUniverseId: id(from.robloxUniverseId),
    created: fromSeconds(from.created),
  }
}

const accepted = z.object({ success: z.literal(true) })
const readAccepted = (body: unknown): void => {
  accepted.parse(body)
}

const nobody = (refusal: Refusal) => /^no active sessions/i.test(refusal.text)

const refusedAs = (refusal: Refusal, status: number, message: string): Result<never> => ({
  ok: false,
  error: { kind: 'refused', status, code: refusal.code, details: refusal.details, message },
})

/** 400 *You cannot manage this session.* is all that the service says of a session that left, too. */
const explainManage = (refusal: Refusal, status: number) =>
  /^you cannot manage/i.test(refusal.text)
    ? refusedAs(
        refusal,
        status,
        `LuaProt says: “${refusal.text}” The session has left already, or its hub belongs to another account.`,
      )
    : null

const explainBulk = (refusal: Refusal) => (nobody(refusal) ? ok<LuaprotBulk>({ anybody: false }) : null)

const root = ['api', 'v1', 'sessions'] as const

/**
 * LuaProt's document *Sessions*, endpoint by endpoint. Ids are decimal strings above 2^53. Every method can fail with
 * what {@link Http} gives; a bad credential and an IP address that is not on the dashboard's allow-list both answer
 * 401 or 403.
 */
export function createLuaprotApi(http: Http) {
  return {
    /**
     * *Get Sessions*, `GET /api/v1/sessions/get`. Sessions may stay listed for up to 90 s after a disconnect.
     * Errors: 400 *Key could not be found.* and 404 *Hub not found or linked to your account.* are `not-found`.
     */
    getSessions(
      lookup: LuaprotLookup,
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<Items<LuaprotSession>>> {
      return http.call({
        method: 'GET',
        path: [...root, 'get'],
        query: { ...lookup },
        personal: ['key', 'discordId'],
        kind,
        repeatable: true,
        signal,
        problem: exactlyOne(lookupBounds, lookup, ['hubId', 'key', 'discordId']),
        read: (body) => readWhole(fields(body).sessions, readSession),
        note: ({ items }) => counted(items.length, 'session'),
        explain(refusal, status) {
          if (nobody(refusal)) return ok({ items: [], unreadable: 0 })
          if (status !== 400 || !/^key could not be found/i.test(refusal.text)) return null
          return err({
            kind: 'not-found',
            message: `LuaProt says: “${refusal.text}” No customer of this account has this key or Discord id. Check what was asked for.`,
          })
        },
      })
    },

    /**
     * *Session Info*, `GET /api/v1/sessions/:sessionId/info`: the session and its customer's whole key record.
     * Errors: 400 *Invalid session.* and 403 *Session not found or unauthorized to manage.* are `gone`.
     */
    sessionInfo(sessionId: string, signal?: AbortSignal): Promise<Reply<LuaprotInfo>> {
      return http.call({
        method: 'GET',
        path: [...root, sessionId, 'info'],
        kind: 'lookup',
        repeatable: true,
        signal,
        read: (body) => infoSchema.parse(body),
        gone: gone('LuaProt'),
      })
    },

    /**
     * *Message Session*, `POST /api/v1/sessions/message/:sessionId`; `message` has 1 to 100 characters.
     * Error: 400 *You cannot manage this session.*
     */
    messageSession(sessionId: string, message: string, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        method: 'POST',
        path: [...root, 'message', sessionId],
        body: { message },
        kind: 'action',
        repeatable: false,
        departure,
        problem: violation(z.object({ message: messageBounds }), { message }),
        read: readAccepted,
        explain: explainManage,
        gone: gone('LuaProt'),
      })
    },

    /**
     * *Disconnect Session*, `DELETE /api/v1/sessions/disconnect/:sessionId`. It may stay listed for up to 90 s.
     * Error: 400 *You cannot manage this session.*
     */
    disconnectSession(sessionId: string, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        method: 'DELETE',
        path: [...root, 'disconnect', sessionId],
        kind: 'action',
        repeatable: false,
        departure,
        read: readAccepted,
        explain: explainManage,
        gone: gone('LuaProt'),
      })
    },

    /**
     * *Message Sessions*, `POST /api/v1/sessions/messageall`: everybody in the hub, or of the key; `message` has 1 to
     * 100 characters. 400 *No active sessions found.* is `anybody: false`, not an error.
     */
    messageSessions(
      target: LuaprotTarget,
      message: string,
      departure?: Departure,
    ): Promise<Reply<LuaprotBulk>> {
      return http.call({
        method: 'POST',
        path: [...root, 'messageall'],
        body: { ...target, message },
        kind: 'action',
        repeatable: false,
        departure,
        problem:
          exactlyOne(targetBounds, target, ['hubId', 'key']) ??
          violation(z.object({ message: messageBounds }), { message }),
        read: (body) => {
          readAccepted(body)
          return { anybody: true }
        },
        explain: explainBulk,
      })
    },

    /**
     * *Disconnect Sessions*, `DELETE /api/v1/sessions/disconnectall`: everybody in the hub, or of the key. 400 *No
     * active sessions found.* is `anybody: false`, not an error.
     */
    disconnectSessions(target: LuaprotTarget, departure?: Departure): Promise<Reply<LuaprotBulk>> {
      return http.call({
        method: 'DELETE',
        path: [...root, 'disconnectall'],
        query: { ...target },
        personal: ['key'],
        kind: 'action',
        repeatable: false,
        departure,
        problem: exactlyOne(targetBounds, target, ['hubId', 'key']),
        read: (body) => {
          readAccepted(body)
          return { anybody: true }
        },
        explain: explainBulk,
      })
    },
  }
}

/** LuaProt's endpoints. */
export type LuaprotApi = ReturnType<typeof createLuaprotApi>
