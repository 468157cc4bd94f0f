import { z } from 'zod'
import { scopeSchema } from './account'
import { handlerDataSchema, longestHandler, longestReason } from './action'
import { byAccount, bySessions, byStretch } from './list/choice'
import { rosterRowSchema } from './session'

/** Most sessions that are disconnected without a typed confirmation. */
export const unconfirmedDisconnects = 10

const byScope = z.object({ kind: z.literal('scope'), accountId: z.string(), scope: scopeSchema })

/**
 * The target of a bulk action: sessions chosen one by one, those that the watch thread remembers under a name, or
 * everybody in a scope of an account.
 */
const bulkTargetSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    bySessions,
    byScope,
    z.object({ kind: z.literal('remembered'), name: z.string() }),
  ]),
)
export type BulkTarget = z.infer<typeof bulkTargetSchema>

/**
 * Whom a person means: also a stretch of the list as it was on screen, or everybody of an account, whom the watch
 * thread remembers as they are when it is asked.
 */
export const bulkAimSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [bySessions, byScope, byStretch, byAccount]),
)
export type BulkAim = z.infer<typeof bulkAimSchema>

/** What is said before anything is written: whom it is for, and how they can be told. */
export const bulkAudienceSchema = z.lazy(() =>
  z.object({
    target: bulkTargetSchema,
    /** The kinds of message that the services of these sessions take. */
    kinds: z.array(z.enum(['text', 'handler'])),
    /** One session for each kind, to show what a message reads like. */
    samples: z.array(rosterRowSchema),
  }),
)
export type BulkAudience = z.infer<typeof bulkAudienceSchema>

const bulkKindSchema = z.enum(['message', 'disconnect', 'message-disconnect'])
export type BulkKind = z.infer<typeof bulkKindSchema>

/** Longest text of a template before its variables are filled in, characters. What is sent keeps the service's bound. */
const longestTemplate = 500

/** A message to many: its variables are filled in for each (see `message-template`). */
export const messageTemplateSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string().min(1).max(longestTemplate) }),
    z.object({
      kind: z.literal('handler'),
      handler: z.string().min(1).max(longestHandler),
      data: handlerDataSchema,
    }),
  ]),
)
export type MessageTemplate = z.infer<typeof messageTemplateSchema>

/**
 * A bulk action before its preview. `messages`: at most one of each kind; a session gets the one that
 * its service takes, with its variables filled in.
 */
export const bulkDraftSchema = z.lazy(() =>
  z.object({
    kind: bulkKindSchema,
    target: bulkTargetSchema,
    messages: z.array(messageTemplateSchema).max(2),
    /** Between the message and the disconnect of `message-disconnect`, ms. */
    waitMs: z.number().int().min(0).max(3_600_000),
  }),
)
export type BulkDraft = z.infer<typeof bulkDraftSchema>

/** What a bulk action's label is: the name of its target, or the number of its sessions. */
const labelKindSchema = z.lazy(() => z.enum(['name', 'count']))

/** Exactly whom a bulk action reaches. It is started by its id, so that nobody else is reached. */
export const bulkPreviewSchema = z.lazy(() =>
  z.object({
    planId: z.string(),
    accounts: z.array(
      z.object({
        accountId: z.string(),
        label: z.string(),
        /** Sessions that it reaches. */
        reached: z.number(),
        /** Requests that it takes, of every phase. */
        requests: z.number(),
        /** What it takes at the account's rate, ms, without the wait in between. */
        takesMs: z.number(),
        /** One request reaches the whole scope, also who arrives until then. */
        whole: z.boolean(),
        /** Whom it cannot reach, by reason. */
        unreachable: z.array(z.object({ reason: z.string(), count: z.number() })),
      }),
    ),
    /** How it is named: a scope's name, an account's label, `47 sessions`. */
    label: z.string(),
    labelKind: labelKindSchema,
    reached: z.number(),
    /** What the person must type first; `null` where nothing is asked. */
    confirmation: z.string().nullable(),
  }),
)
export type BulkPreview = z.infer<typeof bulkPreviewSchema>

export const bulkStartSchema = z.lazy(() =>
  z.object({
    planId: z.string(),
    /** What was typed where the preview wants a confirmation. */
    confirmation: z.string().nullable(),
    reason: z.string().trim().min(1).max(longestReason).nullable(),
  }),
)

/** The commands to a bulk action under way. `disconnect-now` and `cancel-disconnect`: while it counts down. */
export const bulkCommandSchema = z.enum(['pause', 'resume', 'stop', 'disconnect-now', 'cancel-disconnect'])
export type BulkCommand = z.infer<typeof bulkCommandSchema>

/**
 * A bulk action. `counting`: the message is through, the disconnect waits for `disconnectAt`. `stopped`: by a person;
 * what had not left never leaves. `interrupted`: Sessiondeck ended in the middle.
 */
export const batchSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    kind: bulkKindSchema,
    /** Whom it is for, as a person reads it: a scope's name, `47 sessions`. */
    label: z.string(),
    labelKind: labelKindSchema,
    reason: z.string().nullable(),
    requestedAt: z.number(),
    state: z.enum(['running', 'paused', 'counting', 'stopping', 'stopped', 'done', 'interrupted']),
    /** Actions by what became of them; they add up to `total`. */
    counts: z.object({
      total: z.number(),
      planned: z.number(),
      sending: z.number(),
      /** Accepted, delivered, answered, gone, back: whatever the service took. */
      done: z.number(),
      /** Refused, not processed by the client, or still listed after the documented time. */
      failed: z.number(),
      unknown: z.number(),
      unsent: z.number(),
    }),
    /** At the account's rate, ms; `null` where it does not run. */
    remainingMs: z.number().nullable(),
    /** Epoch ms. */
    disconnectAt: z.number().nullable(),
  }),
)
export type Batch = z.infer<typeof batchSchema>

/** Longest name of a saved template, characters, and how many are kept. */
export const longestTemplateName = 60
export const mostTemplates = 100

/** Messages that a person saved, with their variables. */
export const savedTemplatesSchema = z.lazy(() =>
  z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        name: z.string().trim().min(1).max(longestTemplateName),
        message: messageTemplateSchema,
      }),
    )
    .max(mostTemplates),
)
export type SavedTemplate = z.infer<typeof savedTemplatesSchema>[number]
