import { z } from 'zod'
import { providerIdSchema } from './account'
import { appErrorSchema } from './app-error'
import { textMessageBounds } from './providers/facts'
import { sessionKeySchema } from './session'
import { checksText } from './text/checks'

/** Any JSON value. */
const jsonSchema = z.json()
export type Json = z.infer<typeof jsonSchema>

/** Longest data that a handler is called with, characters of its JSON. */
const longestHandlerData = 100_000

/** Longest name of a handler, characters. */
export const longestHandler = 200

/** What a handler in the client is called with. */
export const handlerDataSchema = jsonSchema.refine(
  (data) => JSON.stringify(data).length <= longestHandlerData,
  { error: () => checksText.longestJson(longestHandlerData) },
)

/** What is sent to a session: a text (LuaProt), or a call of a handler in the client (LuaAuth). */
export const messageSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('text'),
      text: z.string().min(textMessageBounds.min).max(textMessageBounds.max),
    }),
    z.object({
      kind: z.literal('handler'),
      handler: z.string().min(1).max(longestHandler),
      data: handlerDataSchema,
    }),
  ]),
)
export type Message = z.infer<typeof messageSchema>

/**
 * What really happened. Durations are ms since the request.
 * `planned`: it queued, not sent yet. `unsent`: it never left, for `reason`. `sending`: on the wire. `accepted`: the service took a disconnect, a heartbeat has yet to confirm it.
 * `delivered`: the service took the message. `answered`: the client answered; `response` is its JSON as text, bounded. `not-processed`: the client did not do it.
 * `gone`: no longer listed. `still-listed`: the documented time is over and it is still there.
 * `back`: gone, then the same user came back. `unknown`: the answer never came, or does not say what happened. `failed`: it did not happen.
 */
export const outcomeSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('planned') }),
    z.object({ kind: z.literal('unsent'), reason: z.string() }),
    z.object({ kind: z.literal('sending') }),
    z.object({ kind: z.literal('accepted') }),
    z.object({ kind: z.literal('delivered') }),
    z.object({ kind: z.literal('answered'), response: z.string() }),
    z.object({ kind: z.literal('not-processed'), reason: z.string() }),
    z.object({ kind: z.literal('gone'), afterMs: z.number() }),
    z.object({ kind: z.literal('still-listed'), afterMs: z.number() }),
    z.object({ kind: z.literal('back'), afterMs: z.number(), sameKey: z.boolean() }),
    z.object({ kind: z.literal('unknown'), error: appErrorSchema }),
    z.object({ kind: z.literal('failed'), error: appErrorSchema }),
  ]),
)
export type Outcome = z.infer<typeof outcomeSchema>

/** `session-create` and `session-end`: a session of our own, for a terminal. */
export const actionKindSchema = z.enum([
  'message',
  'disconnect',
  'script-edit',
  'script-toggle',
  'script-update',
  'script-remove',
  'session-create',
  'session-end',
])
export type ActionKind = z.infer<typeof actionKindSchema>

/** Longest reason a person gives for an action, characters. */
export const longestReason = 500

/** What somebody asked for, about one session, one script or a machine, with its outcome. Holds no credential. */
export const actionSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    /** The bulk action that it is a part of. */
    batchId: z.string().nullable(),
    kind: actionKindSchema,
    accountId: z.string(),
    /** The account's name when it was asked. */
    accountLabel: z.string(),
    provider: providerIdSchema,
    /** `null`: it is about a script, or about a session that is yet to be created. */
    sessionKey: sessionKeySchema.nullable(),
    /** Whom or what it is about, as it was named then. */
    target: z.string(),
    /** What was sent, as a person reads it: the text, or the handler and its data; never a script's source. */
    sent: z.string().nullable(),
    /** Why, in the person's words. */
    reason: z.string().max(longestReason).nullable(),
    requestedAt: z.number(),
    outcome: outcomeSchema,
  }),
)
export type Action = z.infer<typeof actionSchema>
