import { z } from 'zod'
import { exchangeText } from '../../../../shared/text/exchange'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { gone } from '../answers'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import type { SpendKind } from '../rate-budget'
import {
  fields,
  fieldsOrNone,
  type Items,
  type ListReader,
  ownId,
  Reading,
  readItems,
  whole,
} from '../readers'

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

const createdSchema = z.object({
  session_id: z.string().min(1),
  websocket_url: z.string().min(1),
  token: z.string().min(1),
  expires_at: z
    .unknown()
    // First, so that a missing field reaches the reader.
    .optional()
    .transform((value) => new Reading().time(value, 'ISO 8601')),
})
/** What *Create Session* gives. `token` is a secret; `lifetime_ms` is from the answer on, `null` where it does not tell. */
type VsayCreated = Omit<z.infer<typeof createdSchema>, 'expires_at'> & { lifetime_ms: number | null }

/** By the service's clock: this machine's may be set otherwise. */
function readCreated(body: unknown, serviceNow: number): VsayCreated {
  const { expires_at, ...created } = createdSchema.parse(dataOf(body))
  const left = (expires_at ?? 0) - serviceNow
  return { ...created, lifetime_ms: left > 0 ? left : null }
}

/** Command history and output; `timestamp` is epoch ms. */
type VsayLogs = {
  session_id: string | null
  logs: { timestamp: number | null; type: string | null; content: string | null }[]
}

/** *Session Statistics*; the duration is in hours. */
type VsayStats = {
  total_sessions: number | null
  active_sessions: number | null
  total_duration_hours: number | null
  unique_users: number | null
  top_machines: { machine_id: string | null; name: string | null; sessions_count: number | null }[]
}

const isoText = z
  .string()
  .refine((value) => /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)), {
    error: () => serviceAnswersText.vsayTime,
  })
  .optional()
/** Machines that statistics name. */
const mostTopMachines = 100

const filled = z.string().min(1, { error: () => exchangeText.empty })
const filterBounds = z.object({
  status: z.enum(['active', 'ended']).optional(),
  machine_id: filled.optional(),
  user_id: filled.optional(),
  from: isoText,
  to: isoText,
})
const largestSide = 65_535
const side = z
  .number()
  .int()
  .min(1, { error: () => exchangeText.least(1) })
  .max(largestSide, { error: () => exchangeText.atMost(String(largestSide)) })
const createBounds = z.object({
  machine_id: filled,
  terminal_size: z.object({ cols: side, rows: side }),
})
const periodBounds = z.object({ period: z.enum(['day', 'week', 'month']).optional() })
/** `stats` is a route of its own beside `/sessions/:id`. */
const idBounds = z.object({
  id: filled.refine((value) => value !== 'stats', { error: () => serviceAnswersText.vsaySessionId }),
})

const readNamed = (value: unknown, read: Reading): VsayNamed => {
  const from = fieldsOrNone(value)
  return { id: read.id(from.id), name: read.text(from.name) }
}

/** The list of *List Sessions*. */
export const sessionsOf = (answer: unknown): unknown => fields(dataOf(answer)).sessions

/** Reads one session; throws when its id cannot be read. */
export const readSession = (item: unknown, read: Reading): VsaySession => {
  const from = fields(item)
  return {
    id: ownId(from.id),
    user: readNamed(from.user, read),
    machine: readNamed(from.machine, read),
    status: read.word(from.status),
    started_at: read.time(from.started_at, 'ISO 8601'),
    last_activity: read.time(from.last_activity, 'ISO 8601'),
    ip_address: read.text(from.ip_address),
  }
}

const readInfo = (body: unknown): VsaySessionInfo => {
  const from = fields(dataOf(body))
  const read = new Reading('details')
  return {
    ...readSession(from, read),
    email: read.text(fieldsOrNone(from.user).email),
    host: read.text(fieldsOrNone(from.machine).host),
    user_agent: read.text(from.user_agent),
    commands_count: read.number(from.commands_count),
  }
}

const readLogs = (body: unknown): VsayLogs => {
  const from = fields(dataOf(body))
  const { items, beyond } = readItems(from.logs, (item, read) => {
    const { timestamp, type, content } = fields(item)
    // As long as it was printed: cutting it is for whoever shows it.
    const whole = typeof content === 'string' ? content : read.text(content)
    return { timestamp: read.time(timestamp, 'ISO 8601'), type: read.text(type), content: whole }
  })
  const rest = { timestamp: null, type: null, content: serviceAnswersText.vsayMoreEntries(beyond) }
  return { session_id: new Reading().id(from.session_id), logs: beyond > 0 ? [...items, rest] : [...items] }
}

const readStats = (body: unknown): VsayStats => {
  const from = fields(dataOf(body))
  const read = new Reading()
  const machines = readItems(Array.isArray(from.top_machines) ? from.top_machines : [], (item) => {
    const { machine_id, name, sessions_count } = fields(item)
    return {
      machine_id: read.id(machine_id),
      name: read.text(name),
      sessions_count: read.number(sessions_count),
    }
  })
  return {
    total_sessions: read.number(from.total_sessions),
    active_sessions: read.number(from.active_sessions),
    total_duration_hours: read.number(from.total_duration_hours),
    unique_users: read.number(from.unique_users),
    top_machines: machines.items.slice(0, mostTopMachines),
  }
}

const dataOf = (body: unknown) => fields(body).data

/** The text form's body is undocumented: bare text, or text in the usual envelope. */
const readTextLogs = (body: unknown): string => {
  if (typeof body === 'string') return body
  const data = dataOf(body)
  return z.string().parse(typeof data === 'string' ? data : fields(data).logs)
}

/**
 * VSay's document *Sessions API*; its seventh endpoint, *WebSocket Connection*, belongs to the terminals thread. Errors
 * are `{success: false, error: {code, message}}`; the codes are undocumented.
 */
export function createVsayApi(http: Http) {
  return {
    /** *List Sessions*, `GET /sessions`; `list` is made for {@link sessionsOf}. */
    listSessions<T>(
      filter: VsayFilter,
      list: ListReader<T>,
      signal?: AbortSignal,
      kind: SpendKind = 'heartbeat',
    ): Promise<Reply<Items<T>>> {
      return http.call({
        method: 'GET',
        path: ['sessions'],
        query: { ...filter },
        personal: ['user_id'],
        kind,
        repeatable: true,
        signal,
        problem: violation(filterBounds, filter),
        room: list.room,
        decode: (body) => list.decode(body),
        read: (body) => whole(list.items(body)),
        note: ({ items }) => exchangeText.sessions(items.length),
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
        read: readInfo,
        gone: gone('VSay'),
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
        read: readCreated,
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
        gone: gone('VSay'),
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
        read: readLogs,
        gone: gone('VSay'),
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
        gone: gone('VSay'),
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
        read: readStats,
      })
    },
  }
}

/** VSay's endpoints. */
export type VsayApi = ReturnType<typeof createVsayApi>
