import { z } from 'zod'
import { acceleratorSchema } from './accelerator'
import { savedTemplatesSchema } from './bulk'
import { defaultSettings, heartbeatBounds } from './default-settings'
import { scriptLabelsSchema } from './script'
import { languages } from './text/catalogue'

/** What a person can change; every field has a default, so `{}` is valid. */
export const settingsSchema = z.lazy(() =>
  z.object({
    heartbeatIntervalMs: z
      .number()
      .int()
      .min(heartbeatBounds.min)
      .max(heartbeatBounds.max)
      .default(defaultSettings.heartbeatIntervalMs),
    language: z.enum(['system', ...languages]).default(defaultSettings.language),
    theme: z.enum(['system', 'light', 'dark']).default(defaultSettings.theme),
    density: z.enum(['regular', 'compact']).default(defaultSettings.density),
    notifications: z.boolean().default(defaultSettings.notifications),
    /** The person has said whether they want notifications. */
    notificationsAsked: z.boolean().default(defaultSettings.notificationsAsked),
    /** The person has read that closing the window keeps watching. */
    closeExplained: z.boolean().default(defaultSettings.closeExplained),
    /** Starts, hidden, when the person signs in to the computer. */
    autostart: z.boolean().default(defaultSettings.autostart),
    /**
     * Names and personal data are masked in the window and in notifications. Kept: a start in the middle of a stream
     * must not show what was masked before it.
     */
    presentation: z.boolean().default(defaultSettings.presentation),
    /** Opens the palette while another application has the focus. */
    findShortcut: acceleratorSchema.default(defaultSettings.findShortcut),
    /** What the person calls scripts of which a service gives only an id. */
    scriptLabels: scriptLabelsSchema.default(defaultSettings.scriptLabels),
    messageTemplates: savedTemplatesSchema.default(() => []),
  }),
)
export type Settings = z.infer<typeof settingsSchema>

/** Some settings. Without the defaults: zod would fill them in, and what is not mentioned would be reset. */
export const settingsChangesSchema = z.lazy(() => {
  const { shape } = settingsSchema.unwrap()
  return z
    .strictObject({
      heartbeatIntervalMs: shape.heartbeatIntervalMs.unwrap(),
      language: shape.language.unwrap(),
      theme: shape.theme.unwrap(),
      density: shape.density.unwrap(),
      notifications: shape.notifications.unwrap(),
      notificationsAsked: shape.notificationsAsked.unwrap(),
      closeExplained: shape.closeExplained.unwrap(),
      autostart: shape.autostart.unwrap(),
      presentation: shape.presentation.unwrap(),
      findShortcut: shape.findShortcut.unwrap(),
      scriptLabels: shape.scriptLabels.unwrap(),
      messageTemplates: shape.messageTemplates.unwrap(),
    })
    .partial()
})
