import { z } from 'zod'

/** `json`: entries with their times; `text`: the service's own one text. */
export const logFormatSchema = z.enum(['json', 'text'])
export type LogFormat = z.infer<typeof logFormatSchema>

/** One command or one piece of output. */
const logEntrySchema = z.lazy(() =>
  z.object({
    /** Epoch ms; `null` where the service says nothing. */
    at: z.number().nullable(),
    /** The service's word, such as `command` or `output`. */
    type: z.string().nullable(),
    /** As the service gave it, escape sequences and all. Untrusted. */
    content: z.string(),
  }),
)
export type LogEntry = z.infer<typeof logEntrySchema>

/** What a session's user did and saw. */
export const sessionLogsSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('json'), entries: z.array(logEntrySchema) }),
    z.object({ kind: z.literal('text'), text: z.string() }),
  ]),
)
export type SessionLogs = z.infer<typeof sessionLogsSchema>
