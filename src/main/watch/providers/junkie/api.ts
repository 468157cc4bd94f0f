import { z } from 'zod'
import { exchangeText } from '../../../../shared/text/exchange'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { SpendKind } from '../rate-budget'
import { fields, type Items, type ListReader, ownId, Reading, record } from '../readers'

/** Active sessions by script id (`null` where the count cannot be read), and their documented sum. */
export type JunkieCounts = { counts: ReadonlyMap<string, number | null>; total: number | null }

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
export type JunkiePage<T> = Items<T> & { total: number | null; totalPages: number | null }

/** Which page: `page` from 1, `limit` 1 to 50 (20 at the service), `search` a part of a Roblox user name. */
type JunkiePageRequest = { page?: number; limit?: number; search?: string }

/** The largest page that the document allows. */
export const largestPage = 50

const limitBounds = { error: () => exchangeText.between(1, largestPage) }
const pageBounds = z.object({
  page: z
    .number()
    .int()
    .min(1, { error: () => exchangeText.least(1) })
    .optional(),
  limit: z.number().int().min(1, limitBounds).max(largestPage, limitBounds).optional(),
  search: z.string().optional(),
})

const readCounts = (body: unknown): JunkieCounts => {
  const from = fields(body)
  const read = new Reading()
  const counts = Object.entries(record(from.counts)).map(([id, count]) => [id, read.number(count)] as const)
  return { counts: new Map(counts), total: read.number(from.total) }
}

/** The list of a page. */
export const sessionsOf = (answer: unknown): unknown => fields(answer).sessions

/** Reads one session; throws when its id cannot be read. */
export const readSession = (item: unknown, read: Reading): JunkieSession => {
  const from = fields(item)
  return {
    sessionId: ownId(from.sessionId),
    robloxUsername: read.text(from.robloxUsername),
    robloxJobId: read.text(from.robloxJobId),
    placeId: read.id(from.placeId),
    hwid: read.id(from.hwid),
    beatCount: read.number(from.beatCount),
    created: read.time(from.created, 'milliseconds'),
    lastBeat: read.time(from.lastBeat, 'milliseconds'),
  }
}

function readPage<T>(body: unknown, list: ListReader<T>): JunkiePage<T> {
  const from = fields(body)
  const read = new Reading()
  return { ...list.items(body), total: read.number(from.total), totalPages: read.number(from.totalPages) }
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
        read: readCounts,
        note: ({ counts }) => serviceAnswersText.scripts(counts.size),
        explain: explainHeartbeatService,
      })
    },

    /** *List active sessions for a script*, `GET /live-users/{scriptId}`. 404: script not found or access denied. */
    liveUsers<T>(
      scriptId: string,
      page: JunkiePageRequest,
      list: ListReader<T>,
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<JunkiePage<T>>> {
      return http.call({
        method: 'GET',
        path: ['live-users', scriptId],
        query: { ...page },
        personal: ['search'],
        kind,
        repeatable: true,
        signal,
        problem: violation(pageBounds, page),
        room: list.room,
        decode: (body) => list.decode(body),
        read: (body) => readPage(body, list),
        note: ({ items }) => exchangeText.sessions(items.length),
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
          message: serviceAnswersText.junkieDown,
        },
      } as const)
    : null
