import { z } from 'zod'

/** Heartbeat interval bounds, ms. */
export const heartbeatBounds = { min: 2_000, default: 10_000, max: 600_000 } as const

/** What a person can change; every field has a default, so `{}` is valid. */
export const settingsSchema = z.object({
  heartbeatIntervalMs: z
    .number()
    .int()
    .min(heartbeatBounds.min)
    .max(heartbeatBounds.max)
    .default(heartbeatBounds.default),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['regular', 'compact']).default('regular'),
  notifications: z.boolean().default(true),
  /** The person has read that closing the window keeps watching. */
  closeExplained: z.boolean().default(false),
})
export type Settings = z.infer<typeof settingsSchema>

const { shape } = settingsSchema

/** Some settings. Without the defaults: zod would fill them in, and what is not mentioned would be reset. */
export const settingsChangesSchema = z
  .strictObject({
    heartbeatIntervalMs: shape.heartbeatIntervalMs.unwrap(),
    theme: shape.theme.unwrap(),
    density: shape.density.unwrap(),
    notifications: shape.notifications.unwrap(),
    closeExplained: shape.closeExplained.unwrap(),
  })
  .partial()
