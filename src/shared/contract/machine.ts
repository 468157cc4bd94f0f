import { z } from 'zod'
import { statisticsPeriodSchema, statisticsSchema } from '../statistics'
import { terminalSizeSchema, vsaySessionSchema } from '../terminal'
import { nothing, type RequestSpec } from './parts'

/** `machineName`: what the action log calls the machine. */
const machine = { machineName: z.string() }

/** What only VSay has. */
export const requests = {
  /** VSay: figures over the whole organisation. */
  'vsay.statistics': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ accountId: z.string(), period: statisticsPeriodSchema }),
    output: statisticsSchema,
  },
  /** VSay: a session on a machine for a terminal of ours. Its token never reaches a window. */
  'vsay.create': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ accountId: z.string(), machineId: z.string(), ...machine, size: terminalSizeSchema }),
    output: vsaySessionSchema,
  },
  /** VSay: ends a session of ours. */
  'vsay.terminate': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ accountId: z.string(), sessionId: z.string(), ...machine }),
    output: nothing,
  },
} as const satisfies Record<string, RequestSpec>
