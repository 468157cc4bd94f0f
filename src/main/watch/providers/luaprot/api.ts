import { z } from 'zod'
import { textMessageBounds } from '../../../../shared/providers/facts'
import { err, ok, type Result } from '../../../../shared/result'
import { exchangeText } from '../../../../shared/text/exchange'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { gone } from '../answers'
import { violation } from '../bounds'
import type { Refusal } from '../failures'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import type { SpendKind } from '../rate-budget'
import { fields, fieldsOrNone, type Items, type ListReader, noItems, ownId, Reading, whole } from '../readers'

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

/** When something last happened, epoch ms; `never` for a documented 0. */
export type LuaprotOccasion = number | 'never' | null

/** A customer as Discord knows them. */
type LuaprotDiscord = {
  id: string | null
  username: string | null
  avatar: string | null
  global_name: string | null
  modified: number | null
  created: number | null
}

/** A customer's key record; times are epoch ms. */
export type LuaprotKey = {
  hubId: string | null
  discordId: string | null
  key: string | null
  expire: LuaprotOccasion
  note: string | null
  created: number | null
  activated: boolean | null
  hwid: string | null
  hwidResetCount: number | null
  lastHwidReset: LuaprotOccasion
  executionCount: number | null
  lastExecution: LuaprotOccasion
  blacklisted: boolean | null
  blacklistReason: string | null
  /** The document says nothing of its inside. */
  limitedScripts: unknown
  discordData: LuaprotDiscord | null
}

/** What *Session Info* gives. */
export type LuaprotInfo = { session: LuaprotSession & { key: string | null }; key: LuaprotKey | null }

const filled = z.string().min(1, { error: () => exchangeText.empty })
const messageBounds = z
  .string()
  .min(textMessageBounds.min, { error: () => exchangeText.leastCharacters(textMessageBounds.min) })
  .max(textMessageBounds.max, { error: () => exchangeText.mostCharacters(textMessageBounds.max) })
const lookupBounds = z.union([
  z.strictObject({ hubId: filled }),
  z.strictObject({ key: filled }),
  z.strictObject({ discordId: filled }),
])
const exactlyOne = (bounds: z.ZodType, target: object, names: readonly [string, ...string[]]) =>
  bounds.safeParse(target).success
    ? null
    : { path: names[0], message: serviceAnswersText.luaprotExactlyOne(names.join(', ')) }
const targetBounds = z.union([z.strictObject({ hubId: filled }), z.strictObject({ key: filled })])

/** The list of *Get Sessions*. */
export const sessionsOf = (answer: unknown): unknown => fields(answer).sessions

/** Reads one session; throws when its id cannot be read. */
export const readSession = (item: unknown, read: Reading): LuaprotSession => {
  const from = fields(item)
  return {
    id: ownId(from.id),
    robloxUsername: read.text(from.robloxUsername),
    robloxJobId: read.text(from.robloxJobId),
    robloxUniverseId: read.id(from.robloxUniverseId),
    created: read.time(from.created, 'seconds'),
  }
}

const readOccasion = (value: unknown, read: Reading): LuaprotOccasion =>
  value === 0 || value === null || value === undefined ? 'never' : read.time(value, 'seconds')

const readDiscord = (value: unknown, read: Reading): LuaprotDiscord | null => {
  const from = fieldsOrNone(value)
  if (Object.keys(from).length === 0) return null
  return {
    id: read.id(from.id),
    username: read.text(from.username),
    avatar: read.text(from.avatar),
    global_name: read.text(from.global_name),
    modified: read.time(from.modified, 'seconds'),
    created: read.time(from.created, 'seconds'),
  }
}

const readKey = (value: unknown, read: Reading): LuaprotKey | null => {
  const from = fieldsOrNone(value)
  if (Object.keys(from).length === 0) return null
  return {
    hubId: read.id(from.hubId),
    discordId: read.id(from.discordId),
    key: read.text(from.key),
    expire: readOccasion(from.expire, read),
    note: read.text(from.note),
    created: read.time(from.created, 'seconds'),
    activated: read.flag(from.activated),
    hwid: read.id(from.hwid),
    hwidResetCount: read.number(from.hwidResetCount),
    lastHwidReset: readOccasion(from.lastHwidReset, read),
    executionCount: read.number(from.executionCount),
    lastExecution: readOccasion(from.lastExecution, read),
    blacklisted: read.flag(from.blacklisted),
    blacklistReason: read.text(from.blacklistReason),
    limitedScripts: from.limitedScripts,
    discordData: readDiscord(from.discordData, read),
  }
}

const readInfo = (body: unknown): LuaprotInfo => {
  const from = fields(body)
  const read = new Reading('details')
  const key = read.text(fields(from.session).key)
  return { session: { ...readSession(from.session, read), key }, key: readKey(from.key, read) }
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
    ? refusedAs(refusal, status, serviceAnswersText.luaprotNotManaged(refusal.text))
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
     * *Get Sessions*, `GET /api/v1/sessions/get`; `list` is made for {@link sessionsOf}. Sessions may stay listed for up to 90 s after a disconnect.
     * Errors: 400 *Key could not be found.* and 404 *Hub not found or linked to your account.* are `not-found`.
     */
    getSessions<T>(
      lookup: LuaprotLookup,
      list: ListReader<T>,
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<Items<T>>> {
      return http.call({
        method: 'GET',
        path: [...root, 'get'],
        query: { ...lookup },
        personal: ['key', 'discordId'],
        kind,
        repeatable: true,
        signal,
        problem: exactlyOne(lookupBounds, lookup, ['hubId', 'key', 'discordId']),
        room: list.room,
        decode: (body) => list.decode(body),
        read: (body) => whole(list.items(body)),
        note: ({ items }) => exchangeText.sessions(items.length),
        explain(refusal, status) {
          if (nobody(refusal)) return ok<Items<T>>(noItems)
          if (status !== 400 || !/^key could not be found/i.test(refusal.text)) return null
          return err({
            kind: 'not-found',
            message: serviceAnswersText.luaprotNoCustomer(refusal.text),
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
        read: readInfo,
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
