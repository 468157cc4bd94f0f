import { z } from 'zod'
import { actionSchema, messageSchema } from '../action'
import { curlCommandSchema, curlSubjectSchema } from '../curl'
import { sessionDetailsSchema, sessionKeySchema } from '../session'
import { logFormatSchema, sessionLogsSchema } from '../session-logs'
import { byKey, type EventSpec, type RequestSpec } from './parts'

/** One session. */
export const requests = {
  'session.details': { owner: 'watch', audience: 'window', input: byKey, output: sessionDetailsSchema },
  /** Also of a session that has left, as long as its service keeps them. */
  'session.logs': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => byKey.extend({ format: logFormatSchema })),
    output: sessionLogsSchema,
  },
  'session.message': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => byKey.extend({ message: messageSchema })),
    output: actionSchema,
  },
  /** Resolves when the service took it; later outcomes come with `action.changed`. */
  'session.disconnect': { owner: 'watch', audience: 'window', input: byKey, output: actionSchema },
  /** A request as a command line for a POSIX shell, with names of environment variables in place of the secrets. */
  'curl.of': {
    owner: 'watch',
    audience: 'window',
    input: curlSubjectSchema,
    output: curlCommandSchema,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** A notification was clicked: show the first of these sessions that is still there. */
  'session.show': { owner: 'shell', payload: z.lazy(() => z.object({ keys: z.array(sessionKeySchema) })) },
} as const satisfies Record<string, EventSpec>
