import { z } from 'zod'
import { actionSchema } from '../action'
import { logPageSchema, logQuerySchema } from '../action-log'
import {
  batchSchema,
  bulkAimSchema,
  bulkAudienceSchema,
  bulkCommandSchema,
  bulkDraftSchema,
  bulkPreviewSchema,
  bulkStartSchema,
  messageTemplateSchema,
} from '../bulk'
import { byId, byKey, type EventSpec, nothing, type RequestSpec } from './parts'

/** Bulk actions, what became of actions, and the log that is kept of them. */
export const requests = {
  /** Says which messages can reach the sessions that a person means, and remembers them as they are now. */
  'bulk.audience': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ aim: bulkAimSchema }),
    output: bulkAudienceSchema,
  },
  /** Says which sessions a bulk action would reach, and keeps exactly these for `bulk.start`. */
  'bulk.preview': { owner: 'watch', audience: 'window', input: bulkDraftSchema, output: bulkPreviewSchema },
  /** Starts what was previewed. A plan starts once: a second request is answered with the bulk action that it started. */
  'bulk.start': { owner: 'watch', audience: 'window', input: bulkStartSchema, output: batchSchema },
  'bulk.control': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ id: z.string(), command: bulkCommandSchema })),
    output: nothing,
  },
  /** Its actions, one a session (two where it messages and disconnects). */
  'bulk.items': { owner: 'watch', audience: 'window', input: byId, output: z.array(actionSchema) },
  /** Its messages, before their variables are filled in: at most one of each kind. */
  'bulk.messages': {
    owner: 'watch',
    audience: 'window',
    input: byId,
    output: z.array(messageTemplateSchema),
  },
  /** What was done to a session, also in earlier runs, oldest first. */
  'action.about': { owner: 'watch', audience: 'window', input: byKey, output: z.array(actionSchema) },
  'log.search': { owner: 'watch', audience: 'window', input: logQuerySchema, output: logPageSchema },
  /** The latest bulk actions, newest first. */
  'log.batches': { owner: 'watch', audience: 'window', input: nothing, output: z.array(batchSchema) },
  /** What a person should know about the log's file; `null`: all is well. */
  'log.problem': {
    owner: 'watch',
    audience: 'window',
    input: nothing,
    output: z.lazy(() => z.string().nullable()),
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  'action.changed': { owner: 'watch', payload: actionSchema },
  /** A few times a second at most, and when its state changed. */
  'bulk.changed': { owner: 'watch', payload: batchSchema },
} as const satisfies Record<string, EventSpec>
