import { z } from 'zod'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { SpendKind } from '../rate-budget'
import { counted, fields, fromMilliseconds, type Items, id, number, ownId, readItems, text } from '../readers'

/** Active sessions by script id, and their documented sum. */
export type JunkieCounts = { counts: ReadonlyMap<string, number>; total: number | null }

/** A `LiveSession`; times are epoch ms, as on the wire. */
export type JunkieSession = {
  sessionId: string
  robloxUsername: string | null
  robloxJobId: string | null
  placeId: string | null
  hwid: string | null
  beatCount: number | null
  created: number | null
  lastBeat: number | null
}

/** A page of a script's sessions. Pages shift while they are read. */
export type JunkiePage = Items<JunkieSession> & { total: number | null; totalPages: number | null }

/** Which page: `page` from 1, `limit` 1 to 50 (20 at the service), `search` a part of a Roblox user name. */
type JunkiePageRequest = { page?: number; limit?: number; search?: string }

/** The largest page that the document allows. */
export const largestPage = 50

const pageBounds = z.object({
  page: z.number().int().min(1, 'must be 1 or more').optional(),
  limit: z.number().int().min(1, 'must be 1 to 50').max(largestPage, 'must be 1 to 50').optional(),
  search: z.string().optional(),
})

const countsSchema = z.object({
  counts: z.record(z.string(), z.number().int()),
  total: z.number().nullish(),
})

const readSession = (item: unknown): JunkieSession => {
  const from = fields(item)
  return {
    sessionId: ownId(from.sessionId),
    robloxUsername: text(from.robloxUsername),
    robloxJobId: text(from.robloxJobId),
    placeId: id(from.placeId),
    hwid: id(from.hwid),
    beatCount: number(from.beatCount),
    created: fromMilliseconds(from.created),
    lastBeat: fromMilliseconds(from.lastBeat),
  }
}

/**
 * Junkie's document *Live Users*. Errors of both endpoints: 401, 429, and 502 when its heartbeat service is down
 * (`unavailable`): that says nothing of who is online.
 */
export function createJunkieApi(http: Http) {
  return {
    /** *Get live user counts per script*, `GET /live-users`: every script of the key's owner. */
    liveUserCounts(
      signal?: AbortSignal,
      kind: 'heartbeat' | 'lookup' = 'heartbeat',
    ): Promise<Reply<JunkieCounts>> {
      return http.call({
        method: 'GET',
        path: ['live-users'],
        kind,
        repeatable: true,
        signal,
        read(body) {
          const { counts, total } = countsSchema.parse(body)
          return { counts: new Map(Object.entries(counts)), total: total ?? null }
        },
        note: ({ counts }) => counted(counts.size, 'script'),
        explain: explainHeartbeatService,
      })
    },

    /** *List active sessions for a script*, `GET /live-users/{scriptId}`. 404: script not found or access denied. */
    liveUsers(
      scriptId: string,
      page: JunkiePageRequest = {},
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<JunkiePage>> {
      return http.call({
        method: 'GET',
        path: ['live-users', scriptId],
        query: { ...page },
        personal: ['search'],
        kind,
        repeatable: true,
        signal,
        problem: violation(pageBounds, page),
        read(body) {
          const from = fields(body)
          return {
            ...readItems(from.sessions, readSession),
            total: number(from.total),
            totalPages: number(from.totalPages),
          }
        },
        note: ({ items }) => counted(items.length, 'session'),
        explain: explainHeartbeatService,
      })
    },
  }
}

const explainHeartbeatService = (_: unknown, status: number) =>
  status === 502
    ? ({
        ok: false,
        error: {
          kind: 'unavailable',
          status,
          message:
            'Junkie’s own heartbeat service is down (502). The last rows are kept; it is asked again later.',
        },
      } as const)
    : null
