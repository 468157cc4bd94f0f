import { z } from 'zod'
import { scopeKeySchema } from './account'
import { messageSchema } from './action'
import { lookupQuestionSchema } from './lookup'
import { scriptRefSchema } from './script'
import { sessionKeySchema } from './session'

/** A request that can be had as a command line. */
export const curlSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('details'), key: sessionKeySchema }),
  z.object({ kind: z.literal('message'), key: sessionKeySchema, message: messageSchema }),
  z.object({ kind: z.literal('disconnect'), key: sessionKeySchema }),
  /** The first request of a scope's heartbeat. */
  z.object({ kind: z.literal('heartbeat'), scopeKey: scopeKeySchema }),
  /** The first request of a look-up. */
  z.object({ kind: z.literal('lookup'), accountId: z.string(), question: lookupQuestionSchema }),
  /** What a service says of a script. */
  scriptRefSchema.extend({ kind: z.literal('script') }),
])
export type CurlSubject = z.infer<typeof curlSubjectSchema>

/** A request for a POSIX shell. */
export const curlCommandSchema = z.object({
  command: z.string(),
  /** The environment variables that it reads its secrets from. */
  variables: z.array(z.string()),
})
export type CurlCommand = z.infer<typeof curlCommandSchema>
