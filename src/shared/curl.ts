import { z } from 'zod'
import { scopeKeySchema } from './account'
import { messageSchema } from './action'
import { lookupQuestionSchema } from './lookup'
import { scriptEditSchema, scriptRefSchema } from './script'
import { sessionKeySchema } from './session'
import { logFormatSchema } from './session-logs'
import { statisticsPeriodSchema } from './statistics'

/** A request that can be had as a command line. */
export const curlSubjectSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('details'), key: sessionKeySchema }),
    z.object({ kind: z.literal('message'), key: sessionKeySchema, message: messageSchema }),
    z.object({ kind: z.literal('disconnect'), key: sessionKeySchema }),
    /** The first request of a scope's heartbeat. */
    z.object({ kind: z.literal('heartbeat'), scopeKey: scopeKeySchema }),
    /** The first request of a look-up. */
    z.object({ kind: z.literal('lookup'), accountId: z.string(), question: lookupQuestionSchema }),
    z.object({ kind: z.literal('logs'), key: sessionKeySchema, format: logFormatSchema }),
    z.object({ kind: z.literal('statistics'), accountId: z.string(), period: statisticsPeriodSchema }),
    /** A new session on a machine for a terminal of the usual size. */
    z.object({ kind: z.literal('terminal'), accountId: z.string(), machineId: z.string().min(1) }),
    /** What a service says of a script. */
    scriptRefSchema.extend({ kind: z.literal('script') }),
    scriptRefSchema.extend({ kind: z.literal('script-executions') }),
    scriptRefSchema.extend({ kind: z.literal('script-edit'), edit: scriptEditSchema }),
    scriptRefSchema.extend({ kind: z.literal('script-toggle'), enabled: z.boolean() }),
    /** The source is read from a file by the command: it is long, and a secret. */
    scriptRefSchema.extend({ kind: z.literal('script-update') }),
    scriptRefSchema.extend({ kind: z.literal('script-remove') }),
    /** All requests of a bulk action that was previewed, in their order. */
    z.object({ kind: z.literal('bulk'), planId: z.string() }),
  ]),
)
export type CurlSubject = z.infer<typeof curlSubjectSchema>

/** Requests for a POSIX shell. */
export const curlCommandSchema = z.lazy(() =>
  z.object({
    command: z.string(),
    /** The environment variables that it reads its secrets from, and where a file is. */
    variables: z.array(z.string()),
  }),
)
export type CurlCommand = z.infer<typeof curlCommandSchema>
