import { z } from 'zod'

/** The last day, week or month, as the service counts it. */
export const statisticsPeriodSchema = z.enum(['day', 'week', 'month'])
export type StatisticsPeriod = z.infer<typeof statisticsPeriodSchema>

const figure = z.number().nullable()

/** What a service counts over a whole organisation. `null`: it does not say. */
export const statisticsSchema = z.lazy(() =>
  z.object({
    /** Epoch ms. */
    fetchedAt: z.number(),
    totalSessions: figure,
    activeSessions: figure,
    totalDurationHours: figure,
    uniqueUsers: figure,
    /** In the service's order. */
    topMachines: z.array(
      z.object({ machineId: z.string().nullable(), name: z.string().nullable(), sessions: figure }),
    ),
  }),
)
export type Statistics = z.infer<typeof statisticsSchema>
