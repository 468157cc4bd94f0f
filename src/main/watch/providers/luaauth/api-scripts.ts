import { z } from 'zod'
import { shortened } from '../../../../shared/printable'
import { exchangeText } from '../../../../shared/text/exchange'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import { violation } from '../bounds'
import type { Http, Reply } from '../http'
import type { Departure } from '../provider'
import { fields, type Items, type ListReader, ownId, Reading, record } from '../readers'
import { accountExpired, explainBy } from './codes'

/** A script as *Getting script info* gives it. */
type LuaauthScript = {
  id: string
  project_id: string | null
  name: string | null
  free_for_all: boolean | null
  use_heartbeat: boolean | null
  kick_outdated: boolean | null
  require_sessions: boolean | null
  enabled: boolean | null
  total_executions: number | null
  total_sessions: number | null
  total_instances: number | null
}

/** Most days of executions that are read, and longest name of a day, characters. */
const mostDays = 1_000
const longestDay = 100

/** What *Editing a script* changes. A field that is left out stays; `name: ''` clears the name. */
export type LuaauthScriptEdit = {
  name?: string
  free_for_all?: boolean
  use_heartbeat?: boolean
  kick_outdated?: boolean
  require_sessions?: boolean
}

/** A part of a list: `from` is an index from 0. The service may give fewer rows than `limit`. */
type LuaauthPage = { from?: number; limit?: number }

/** What *Filtering sessions* filters by; at least one. */
type LuaauthFilter = { key?: string; roblox_id?: string; place_id?: string; job_id?: string }

const pageShape = {
  from: z
    .number()
    .int()
    .min(0, { error: () => exchangeText.least(0) })
    .optional(),
  limit: z
    .number()
    .int()
    .min(1, { error: () => exchangeText.least(1) })
    .optional(),
}
const pageBounds = z.object(pageShape)
const word = z
  .string()
  .min(1, { error: () => exchangeText.empty })
  .optional()
const filters = ['key', 'roblox_id', 'place_id', 'job_id'] as const
const filterBounds = z
  .object({ ...pageShape, key: word, roblox_id: word, place_id: word, job_id: word })
  .refine(({ key, roblox_id, place_id, job_id }) => key ?? roblox_id ?? place_id ?? job_id, {
    path: ['key'],
    error: () => serviceAnswersText.luaauthOneFilter(filters.join(', ')),
  })
const editBounds = z
  .strictObject({
    name: z.string().optional(),
    free_for_all: z.boolean().optional(),
    use_heartbeat: z.boolean().optional(),
    kick_outdated: z.boolean().optional(),
    require_sessions: z.boolean().optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), {
    path: ['name'],
    error: () => serviceAnswersText.luaauthOneField,
  })
const sourceBounds = z.object({ script: z.string().min(1, { error: () => exchangeText.empty }) })

const accepted = z.object({ success: z.literal(true) })
const readAccepted = (body: unknown): void => {
  accepted.parse(body)
}
const readScript = (body: unknown): LuaauthScript => {
  const from = fields(fields(body).script)
  const read = new Reading('details')
  return {
    id: ownId(from.id),
    project_id: read.id(from.project_id),
    name: read.text(from.name),
    free_for_all: read.flag(from.free_for_all),
    use_heartbeat: read.flag(from.use_heartbeat),
    kick_outdated: read.flag(from.kick_outdated),
    require_sessions: read.flag(from.require_sessions),
    enabled: read.flag(from.enabled),
    total_executions: read.number(from.total_executions),
    total_sessions: read.number(from.total_sessions),
    total_instances: read.number(from.total_instances),
  }
}

/** Days of which no number can be read are left out. */
const readExecutions = (body: unknown): Record<string, number> => {
  const read = new Reading()
  const days = Object.entries(record(fields(body).executions)).slice(-mostDays)
  return Object.fromEntries(
    days.flatMap(([day, count]) => {
      const executions = read.number(count)
      return executions === null ? [] : [[shortened(day, longestDay), executions]]
    }),
  )
}

/** The list of *Getting sessions* and *Filtering sessions*. */
export const sessionsOf = (answer: unknown): unknown => fields(answer).sessions

const noteSessions = ({ items }: Items<unknown>) => exchangeText.sessions(items.length)

/** The endpoints below. */
export type LuaauthScriptsApi = ReturnType<typeof createLuaauthScriptsApi>

/**
 * LuaAuth's document *Script endpoints*. HTTP statuses of its errors are undocumented; `success: false` is a failure
 * whatever the status, and a code's meaning is the endpoint's own.
 */
export function createLuaauthScriptsApi(http: Http) {
  const change = (scriptId: string, verb: string, body: object, departure?: Departure) =>
    ({
      method: 'POST',
      path: ['scripts', scriptId, verb],
      body,
      kind: 'action',
      repeatable: false,
      departure,
      read: readAccepted,
    }) as const

  return {
    /** *Getting script info*, `GET /scripts/:script_id`. */
    scriptInfo(scriptId: string, signal?: AbortSignal): Promise<Reply<LuaauthScript>> {
      return http.call({
        method: 'GET',
        path: ['scripts', scriptId],
        kind: 'lookup',
        repeatable: true,
        signal,
        read: readScript,
      })
    },

    /** *Getting executions*, `GET /scripts/:script_id/executions`: executions by day, such as `01/01`. */
    executions(scriptId: string, signal?: AbortSignal): Promise<Reply<Record<string, number>>> {
      return http.call({
        method: 'GET',
        path: ['scripts', scriptId, 'executions'],
        kind: 'lookup',
        repeatable: true,
        signal,
        read: readExecutions,
      })
    },

    /**
     * *Editing a script*, `POST /scripts/:script_id/edit`. Error codes: 0 account expired, 1 cannot edit nothing, 2
     * tier does not allow ffa mode.
     */
    editScript(scriptId: string, edit: LuaauthScriptEdit, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        ...change(scriptId, 'edit', edit, departure),
        problem: violation(editBounds, edit),
        explain: explainBy({
          0: accountExpired(),
          1: {
            says: 'cannot edit nothing',
            means: serviceAnswersText.luaauthNothingChanged,
          },
          2: {
            says: 'tier does not allow ffa mode',
            means: serviceAnswersText.luaauthNoFreeForAll,
          },
        }),
      })
    },

    /** *Deleting a script*, `POST /scripts/:script_id/remove`. */
    removeScript(scriptId: string, departure?: Departure): Promise<Reply<void>> {
      return http.call(change(scriptId, 'remove', {}, departure))
    },

    /**
     * *Updating a script*, `POST /scripts/:script_id/update`; obfuscates, so that it waits up to 75 s. Error codes: 0
     * account expired, 1 max obfuscations reached, 2 script is invalid (`parser_output`), 3 failed to obfuscate script
     * (`luraph_errors`), 4 not enough obfuscations for init script, 5 failed to obfuscate init script
     * (`luraph_errors`). The extras are in the error's `details`.
     */
    updateScript(scriptId: string, script: string, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        ...change(scriptId, 'update', { script }, departure),
        timeoutMs: 75_000,
        problem: violation(sourceBounds, { script }),
        explain: explainBy({
          0: accountExpired(),
          1: {
            says: 'max obfuscations reached',
            means: serviceAnswersText.luaauthNoObfuscations,
          },
          2: {
            says: 'script is invalid',
            means: serviceAnswersText.luaauthNotParsed,
          },
          3: {
            says: 'failed to obfuscate script',
            means: serviceAnswersText.luaauthNotObfuscated,
          },
          4: {
            says: 'not enough obfuscations for init script',
            means: serviceAnswersText.luaauthFewObfuscations,
          },
          5: {
            says: 'failed to obfuscate init script',
            means: serviceAnswersText.luaauthInitNotObfuscated,
          },
        }),
      })
    },

    /**
     * *Toggling a script*, `POST /scripts/:script_id/toggle`. Error codes: 0 account expired, 1 script update
     * required.
     */
    toggleScript(scriptId: string, state: boolean, departure?: Departure): Promise<Reply<void>> {
      return http.call({
        ...change(scriptId, 'toggle', { state }, departure),
        explain: explainBy({
          0: accountExpired(),
          1: {
            says: 'script update required',
            means: serviceAnswersText.luaauthUpdateFirst,
          },
        }),
      })
    },

    /** *Getting sessions*, `POST /scripts/:script_id/sessions`: a POST that only reads. */
    getSessions<T>(
      scriptId: string,
      page: LuaauthPage,
      list: ListReader<T>,
      signal?: AbortSignal,
    ): Promise<Reply<Items<T>>> {
      return http.call<Items<T>>({
        method: 'POST',
        path: ['scripts', scriptId, 'sessions'],
        body: page,
        kind: 'heartbeat',
        repeatable: true,
        signal,
        problem: violation(pageBounds, page),
        room: list.room,
        decode: (body) => list.decode(body),
        read: (body) => list.items(body),
        note: noteSessions,
      })
    },

    /**
     * *Filtering sessions*, `GET /scripts/:script_id/sessions/filter`. Error code: 0 must filter something.
     */
    filterSessions<T>(
      scriptId: string,
      filter: LuaauthFilter & LuaauthPage,
      list: ListReader<T>,
      signal?: AbortSignal,
    ): Promise<Reply<Items<T>>> {
      return http.call<Items<T>>({
        method: 'GET',
        path: ['scripts', scriptId, 'sessions', 'filter'],
        query: { ...filter },
        personal: ['key', 'roblox_id'],
        kind: 'lookup',
        repeatable: true,
        signal,
        problem: violation(filterBounds, filter),
        room: list.room,
        decode: (body) => list.decode(body),
        read: (body) => list.items(body),
        note: noteSessions,
        explain: explainBy({
          0: {
            says: 'must filter something',
            means: serviceAnswersText.luaauthNoFilter,
          },
        }),
      })
    },
  }
}
