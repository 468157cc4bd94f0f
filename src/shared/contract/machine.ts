import { z } from 'zod'
import { statisticsPeriodSchema, statisticsSchema } from '../statistics'
import { machineSessionSchema, terminalSizeSchema } from '../terminal'
import { nothing, type RequestSpec } from './parts'

/** What the action log calls a machine. */
const machineName = z.string()

/** The machines of services that have them, and sessions on them. */
export const requests = {
  /** Figures over the whole organisation. */
  'machine.statistics': {
    owner: 'watch',
    audience: 'window',
    input: z.lazy(() => z.object({ accountId: z.string(), period: statisticsPeriodSchema })),
    output: statisticsSchema,
  },
  /** A session on a machine for a terminal of ours. Its token never reaches a window. */
  'machine.createSession': {
    owner: 'watch',
    audience: 'shell',
    input: z.lazy(() =>
      z.object({ accountId: z.string(), machineId: z.string(), machineName, size: terminalSizeSchema }),
    ),
    output: machineSessionSchema,
  },
  /** Ends a session of ours. */
  'machine.endSession': {
    owner: 'watch',
    audience: 'shell',
    input: z.lazy(() => z.object({ accountId: z.string(), sessionId: z.string(), machineName })),
    output: nothing,
  },
} as const satisfies Record<string, RequestSpec>
