import { z } from 'zod'
import { sessionKeySchema } from '../session'

/** Most sessions that are named in one request: a whole large list. */
const mostSessions = 100_000

const place = z.number().int().min(0)

/** Rows of an order that is or was on screen a moment ago, from a place to before another: all, or a long range. */
export const stretchSchema = z.lazy(() => z.object({ revision: z.number(), from: place, to: place }))
export type Stretch = z.infer<typeof stretchSchema>

/** Sessions by their keys. */
export const bySessions = z.lazy(() =>
  z.object({ kind: z.literal('sessions'), keys: z.array(sessionKeySchema).min(1).max(mostSessions) }),
)

/**
 * The sessions of a stretch but for some, and others besides. Only the watch thread has all of their keys: it knows the
 * order as long as the window's wish names the stretch.
 */
export const byStretch = z.lazy(() => {
  const keys = z.array(sessionKeySchema).max(mostSessions).readonly()
  return z.object({ kind: z.literal('stretch'), stretch: stretchSchema, except: keys, also: keys })
})

/** Everybody of an account. */
export const byAccount = z.lazy(() => z.object({ kind: z.literal('account'), accountId: z.string() }))

/** Sessions that a person chose in the list. */
export const choiceSchema = z.lazy(() => z.discriminatedUnion('kind', [bySessions, byStretch]))
export type Choice = z.infer<typeof choiceSchema>
