import { z } from 'zod'
import { columnIds, filterIds } from '../columns/columns'
import { byAccount, bySessions, byStretch, choiceSchema, stretchSchema } from '../list/choice'
import { relationFields, relationIds } from '../list/related'
import { rosterRowSchema, sessionKeySchema } from '../session'
import { checksText } from '../text/checks'
import { type EventSpec, nothing, type RequestSpec } from './parts'

/** Longest text of a search, characters. */
const longestQuery = 1_000_000
/** Most rows that the window has at once. */
const mostInWindow = 5_000
/** Most session keys in one request: a whole large list. */
const mostKeys = 200_000

const filterSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().max(longestQuery) }),
    z.object({ kind: z.literal('choice'), chosen: z.array(z.string()).readonly() }),
  ]),
)

const relationSchema = z.lazy(() =>
  z.object({
    id: z.enum(relationIds),
    field: z.enum(relationFields),
    value: z.string(),
    of: sessionKeySchema,
  }),
)

const criteriaSchema = z.lazy(() =>
  z.object({
    query: z.string().max(longestQuery),
    place: z.object({ accountId: z.string(), scopeKey: z.string().nullable() }).nullable(),
    related: relationSchema.nullable(),
    filters: z.partialRecord(z.enum(filterIds), filterSchema),
    sort: z.object({ column: z.enum(columnIds), direction: z.enum(['ascending', 'descending']) }),
  }),
)

const place = z.number().int().min(0)
const revision = z.number()
const keys = z.array(sessionKeySchema).max(mostKeys).readonly()

const wishSchema = z.lazy(() =>
  z
    .object({
      number: z.number().int().min(1),
      criteria: criteriaSchema,
      scriptNames: z.record(z.string(), z.string()),
      held: revision.nullable(),
      from: place,
      to: place,
      followed: keys,
      chosen: stretchSchema.nullable(),
    })
    .refine(({ from, to }) => to - from <= mostInWindow, { error: () => checksText.tooManyRows }),
)

/** The list of live sessions: ordered, filtered and searched in the watch thread; the window has the part that it shows. */
export const requests = {
  /** What the window wants to see from now on; `list.changed` brings it. */
  'list.watch': { owner: 'watch', audience: 'window', input: wishSchema, output: nothing },
  /** Shows the arrivals that wait while the person is on the list. */
  'list.showWaiting': { owner: 'watch', audience: 'window', input: nothing, output: nothing },
  /** Brings the first live one of these among the rows, if the criteria allow it; `null`: none is live. */
  'list.reveal': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ keys }),
    output: z.lazy(() => z.object({ row: rosterRowSchema.nullable(), isShown: z.boolean() })),
  },
  /** The keys of a choice of which the window has only the stretch. */
  'list.keys': { owner: 'watch', audience: 'window', input: byStretch, output: z.array(sessionKeySchema) },
  /** Live sessions, whole, as JSON of `RosterRow[]`, in the order on screen or of their keys. */
  'session.rows': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.discriminatedUnion('kind', [bySessions, byStretch, byAccount])),
    output: z.lazy(() => z.object({ json: z.string() })),
  },
  /** How many of those that a person chose are live. */
  'session.live': { owner: 'watch', audience: 'window', input: choiceSchema, output: z.number() },
  /** How many other live sessions are of each relation. */
  'session.relatives': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ relations: z.array(relationSchema).max(relationIds.length) })),
    output: z.lazy(() => z.array(z.number())),
  },
  /** The values that occur in the live sessions of an account, to choose from. */
  'session.names': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ accountId: z.string() })),
    output: z.lazy(() =>
      z.object({
        scripts: z.array(z.string()),
        machines: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
        users: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
      }),
    ),
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /**
   * JSON of a `ListUpdate`, as one string: it passes the shell and the context bridge as it is, where hundreds of rows
   * that are copied field by field hold the page for milliseconds.
   */
  'list.changed': { owner: 'watch', payload: z.lazy(() => z.object({ json: z.string() })) },
} as const satisfies Record<string, EventSpec>
