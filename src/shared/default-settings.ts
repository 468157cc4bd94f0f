import type { SavedTemplate } from './bulk'

/*
 * Apart from the schema, so that a window which has not heard from the shell yet can draw without building it.
 */

/** Heartbeat interval bounds, ms. */
export const heartbeatBounds = { min: 2_000, default: 10_000, max: 600_000 } as const

const noTemplates: SavedTemplate[] = []

/** What holds until a person changes it. */
export const defaultSettings = {
  heartbeatIntervalMs: heartbeatBounds.default,
  language: 'en',
  theme: 'system',
  density: 'regular',
  notifications: false,
  notificationsAsked: false,
  closeExplained: false,
  autostart: false,
  presentation: false,
  findShortcut: '',
  scriptLabels: {},
  messageTemplates: noTemplates,
} as const
