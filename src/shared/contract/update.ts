import { updateStateSchema } from '../update'
import { type EventSpec, nothing, type RequestSpec } from './parts'

const step = { owner: 'shell', audience: 'window', input: nothing, output: nothing } as const

/** The next version of this application. How a step goes is told by `update.changed`. */
export const requests = {
  'update.state': { owner: 'shell', audience: 'window', input: nothing, output: updateStateSchema },
  'update.check': step,
  'update.download': step,
  'update.cancel': step,
  /** Ends this application and starts the next version, whatever is open: the window has asked. */
  'update.install': step,
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  'update.changed': { owner: 'shell', payload: updateStateSchema },
} as const satisfies Record<string, EventSpec>
