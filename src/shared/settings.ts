import { z } from 'zod'
import { acceleratorSchema } from './accelerator'
import { savedTemplatesSchema } from './bulk'
import { defaultSettings, heartbeatBounds } from './default-settings'
import { savedViewsSchema, storedViewsSchema } from './list/saved-view'
import { scriptLabelsSchema } from './script'
import { languages } from './text/catalogue'

/** Most shortcuts with keys of one's own, and the longest text of either. */
const mostShortcuts = 100
const longestKeys = 40

const chosenKeysSchema = z.lazy(() =>
  z
    .record(z.string().min(1).max(longestKeys), z.string().min(1).max(longestKeys))
    .refine((keys) => Object.keys(keys).length <= mostShortcuts),
)

/** What a person can change; every field has a default, so `{}` is valid. */
export const settingsSchema = z.lazy(() =>
  z.object({
    heartbeatIntervalMs: z
      .number()
      .int()
      .min(heartbeatBounds.min)
      .max(heartbeatBounds.max)
      .default(defaultSettings.heartbeatIntervalMs),
    /** Of everything that is shown; `system`: the system's, or English. */
    language: z.enum(['system', ...languages]).default(defaultSettings.language),
    theme: z.enum(['system', 'light', 'dark']).default(defaultSettings.theme),
    density: z.enum(['regular', 'compact']).default(defaultSettings.density),
    /** Hours of the day: as the system writes them, to 24, or to 12. */
    clock: z.enum(['system', '24', '12']).default(defaultSettings.clock),
    notifications: z.boolean().default(defaultSettings.notifications),
    /** The person has said whether they want notifications. */
    notificationsAsked: z.boolean().default(defaultSettings.notificationsAsked),
    /** Notifications make the system's sound. */
    sound: z.boolean().default(defaultSettings.sound),
    /** The icon in the dock or launcher has the number of live sessions. */
    badge: z.boolean().default(defaultSettings.badge),
    /** What becomes of the app when its window is closed. `tray`: it keeps watching. */
    closeTo: z.enum(['tray', 'quit']).default(defaultSettings.closeTo),
    /** The person has read that closing the window keeps watching. */
    closeExplained: z.boolean().default(defaultSettings.closeExplained),
    /** Starts, hidden, when the person signs in to the computer. */
    autostart: z.boolean().default(defaultSettings.autostart),
    /** Looks for a new version now and then. */
    updateChecks: z.boolean().default(defaultSettings.updateChecks),
    /**
     * Names and personal data are masked in the window and in notifications. Kept: a start in the middle of a stream
     * must not show what was masked before it.
     */
    presentation: z.boolean().default(defaultSettings.presentation),
    /** Opens the palette while another application has the focus. */
    findShortcut: acceleratorSchema.default(defaultSettings.findShortcut),
    /** Keys that the person chose for a shortcut, by its name. */
    shortcuts: chosenKeysSchema.default(defaultSettings.shortcuts),
    /** What the person calls scripts of which a service gives only an id. */
    scriptLabels: scriptLabelsSchema.default(defaultSettings.scriptLabels),
    messageTemplates: savedTemplatesSchema.default(() => []),
    savedViews: storedViewsSchema.default(() => []),
    /** A message to one session, or its disconnect, leaves a moment later, and can be undone until then. */
    waitsBeforeSending: z.boolean().default(defaultSettings.waitsBeforeSending),
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
      clock: shape.clock.unwrap(),
      notifications: shape.notifications.unwrap(),
      notificationsAsked: shape.notificationsAsked.unwrap(),
      sound: shape.sound.unwrap(),
      badge: shape.badge.unwrap(),
      closeTo: shape.closeTo.unwrap(),
      closeExplained: shape.closeExplained.unwrap(),
      autostart: shape.autostart.unwrap(),
      updateChecks: shape.updateChecks.unwrap(),
      presentation: shape.presentation.unwrap(),
      findShortcut: shape.findShortcut.unwrap(),
      shortcuts: shape.shortcuts.unwrap(),
      scriptLabels: shape.scriptLabels.unwrap(),
      messageTemplates: shape.messageTemplates.unwrap(),
      savedViews: savedViewsSchema,
      waitsBeforeSending: shape.waitsBeforeSending.unwrap(),
    })
    .partial()
})
