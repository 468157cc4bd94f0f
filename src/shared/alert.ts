import { z } from 'zod'
import { sessionKeySchema } from './session'

/** New sessions that a person should hear of. */
export const alertSchema = z.lazy(() =>
  z.object({
    id: z.string(),
    accountId: z.string(),
    at: z.number(),
    title: z.string(),
    /** The title without anybody's name, for presentation mode. */
    namelessTitle: z.string(),
    body: z.string(),
    /** The sessions that arrived, newest last; the click shows the first that is still there. */
    sessionKeys: z.array(sessionKeySchema).min(1),
  }),
)
export type Alert = z.infer<typeof alertSchema>
