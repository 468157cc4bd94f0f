import { z } from 'zod'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import type { SpendKind } from '../rate-budget'
import { counted, fields, fromIso, type Items, id, ownId, readWhole, text } from '../readers'
import { gone } from '../words'

/** A person or a machine. */
type VsayNamed = { id: string | null; name: string | null }

/** A session as *List Sessions* gives it; times are epoch ms (ISO 8601 on the wire). */
export type VsaySession = {
  id: string
  user: VsayNamed
  machine: VsayNamed
  status: string | null
  started_at: number | null
  last_activity: number | null
  ip_address: string | null
}

/** A session as *Get Session* gives it. */
export type VsaySessionInfo = VsaySession & {
  email: string | null
  host: string | null
  user_agent: string | null
  commands_count: number | null
}

/** What *List Sessions* filters by; `from` and `to` are ISO 8601. */
type VsayFilter = {
  status?: 'active' | 'ended'
  machine_id?: string
  user_id?: string
  from?: string
  to?: string
}

/** What *Create Session* wants; the size is in characters. */
type VsayCreate = { machine_id: string; terminal_size: { cols: number; rows: number } }

// `optional` first: a missing field must reach the reader.
const time = z
  .unknown()
  .optional()
  .transform((value) => fromIso(value))
const word = z.string().nullish()
const figure = z.number().nullish()

const createdSchema = z.object({
  session_id: z.string().min(1),
  websocket_url: z.string().min(1),
  token: z.string().min(1),
  expires_at: time,
})
/** What *Create Session* gives. `token` is a secret; `expires_at` is epoch ms. */
type VsayCreated = z.infer<typeof createdSchema>

const logsSchema = z.object({
  session_id: word,
  logs: z.array(z.object({ timestamp: time, type: word, content: word })),
})
/** Command history and output; `timestamp` is epoch ms. */
type VsayLogs = z.infer<typeof logsSchema>

const statsSchema = z.object({
  total_sessions: figure,
  active_sessions: figure,
  total_duration_hours: figure,
  unique_users: figure,
  top_machines: z.array(z.object({ machine_id: word, name: word, sessions_count: figure })).nullish(),
})
/** *Session Statistics*; the duration is in hours. */
type VsayStats = z.infer<typeof statsSchema>

const isoText = z
  .string()
  .refine((value) => /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)), {
    message: 'must be an ISO 8601 time',
  })
  .optional()
const filled = z.string().min(1, 'must not be empty')
const filterBounds = z.object({
  status: z.enum(['active', 'ended']).optional(),
  machine_id: filled.optional(),
  user_id: filled.optional(),
  from: isoText,
  to: isoText,
})
const side = z.number().int().min(1, 'must be 1 or more').max(65_535, 'must be 65535 or less')
const createBounds = z.object({
  machine_id: filled,
  terminal_size: z.object({ cols: side, rows: side }),
})
const periodBounds = z.object({ period: z.enum(['day', 'week', 'month']).optional() })
/** `stats` is a route of its own beside `/sessions/:id`. */
const idBounds = z.object({ id: filled.refine((value) => value !== 'stats', 'must be a session id') })

const named = (value: unknown): VsayNamed => {
  if (value === null || value === undefined) return { id: null, name: null }
  const from = fields(value)
  return { id: id(from.id), name: text(from.name) }
}

const readSession = (item: unknown): VsaySession => {
  const from = fields(item)
  return {
    id: ownId(from.id),
    user: named(from.user),
    machine: named(from.machine),
    status: text(from.status),
    started_at: fromIso(from.started_at),
    last_activity: fromIso(from.last_activity),
    ip_address: text(from.ip_address),
  }
}

const infoExtras = z.object({
  user: z.object({ email: word }).nullish(),
  machine: z.object({ host: word }).nullish(),
  user_agent: word,
  commands_count: figure,
})

const dataOf = (body: unknown) => fields(body).data

const explainGone = (_: unknown, status: number) =>
  status === 404 ? ({ ok: false, error: gone('VSay') } as const) : null

/** The text form's body is undocumented: bare text, or text in the usual envelope. */
const readTextLogs = (body: unknown): string => {
  if (typeof body === 'string') return body
  const data = dataOf(body)
  return z.string().parse(typeof data === 'string' ? data : fields(data).logs)
}

/**
 * VSay's document *Sessions API*; its seventh endpoint, *WebSocket Connection*, belongs to the terminals thread. Errors
 * are `{success: false, error: {code, message}}`; the codes are undocumented. 404 on a session is `gone`.
 */
export function createVsayApi(http: Http) {
  return {
    /** *List Sessions*, `GET /sessions`. */
    listSessions(
      filter: VsayFilter = {},
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<Items<VsaySession>>> {
      return http.call({
        method: 'GET',
        path: ['sessions'],
        query: { ...filter },
        personal: ['user_id'],
        kind,
        repeatable: true,
        signal,
        problem: violation(filterBounds, filter),
        read: (body) => readWhole(fields(dataOf(body)).sessions, readSession),
        note: ({ items }) => counted(items.length, 'session'),
      })
    },

    /** *Get Session*, `GET /sessions/:id`. */
    getSession(sessionId: string, signal?: AbortSignal): Promise<Reply<VsaySessionInfo>> {
      return http.call({
        method: 'GET',
        path: ['sessions', sessionId],
        kind: 'lookup',
        repeatable: true,
        signal,
        problem: violation(idBounds, { id: sessionId }),
        read(body) {
          const data = dataOf(body)
          const extras = infoExtras.parse(data)
          return {
            ...readSession(data),
            email: extras.user?.email ?? null,
            host: extras.machine?.host ?? null,
            user_agent: extras.user_agent ?? null,
            commands_count: extras.commands_count ?? null,
          }
        },
        explain: explainGone,
      })
    },

    /** *Create Session*, `POST /sessions`: a new SSH session and what its WebSocket wants. */
    createSession(create: VsayCreate, departure?: Departure): Promise<Reply<VsayCreated>> {
      return http.call({
        method: 'POST',
        path: ['sessions'],
        body: create,
        kind: 'action',
        repeatable: false,
        departure,
        problem: violation(createBounds, create),
        read: (body) => createdSchema.parse(dataOf(body)),
      })
    },

    /** *Terminate Session*, `DELETE /sessions/:id`. */
    terminateSession(sessionId: string, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        method: 'DELETE',
        path: ['sessions', sessionId],
        kind: 'action',
        repeatable: false,
        departure,
        problem: violation(idBounds, { id: sessionId }),
        read: (body) => void z.object({ success: z.literal(true) }).parse(body),
        explain: explainGone,
      })
    },

    /** *Get Session Logs*, `GET /sessions/:id/logs?format=json`. */
    logs(sessionId: string, signal?: AbortSignal): Promise<Reply<VsayLogs>> {
      return http.call({
        method: 'GET',
        path: ['sessions', sessionId, 'logs'],
        query: { format: 'json' },
        kind: 'lookup',
        repeatable: true,
        signal,
        problem: violation(idBounds, { id: sessionId }),
        read: (body) => logsSchema.parse(dataOf(body)),
        explain: explainGone,
      })
    },

    /** *Get Session Logs*, `GET /sessions/:id/logs?format=text`: the logs as one text. */
    logsText(sessionId: string, signal?: AbortSignal): Promise<Reply<string>> {
      return http.call({
        method: 'GET',
        path: ['sessions', sessionId, 'logs'],
        query: { format: 'text' },
        kind: 'lookup',
        repeatable: true,
        signal,
        expect: 'text',
        problem: violation(idBounds, { id: sessionId }),
        read: readTextLogs,
        explain: explainGone,
      })
    },

    /** *Session Statistics*, `GET /sessions/stats`, for the whole organisation. */
    stats(period?: 'day' | 'week' | 'month', signal?: AbortSignal): Promise<Reply<VsayStats>> {
      return http.call({
        method: 'GET',
        path: ['sessions', 'stats'],
        query: { period },
        kind: 'lookup',
        repeatable: true,
        signal,
        problem: violation(periodBounds, { period }),
        read: (body) => statsSchema.parse(dataOf(body)),
      })
    },
  }
}

/** VSay's endpoints. */
export type VsayApi = ReturnType<typeof createVsayApi>
