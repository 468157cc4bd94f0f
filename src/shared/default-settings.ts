import type { SavedTemplate } from './bulk'
import type { SavedView } from './list/saved-view'

/*
 * Apart from the schema, so that a window which has not heard from the shell yet can draw without building it.
 */

/** Heartbeat interval bounds, ms. */
export const heartbeatBounds = { min: 2_000, default: 10_000, max: 600_000 } as const

/** How long a message or a disconnect can be undone where the person wants so, ms. */
export const graceMs = 5_000

const noTemplates: SavedTemplate[] = []
const noViews: SavedView[] = []

/** What holds until a person changes it. */
export const defaultSettings = {
  heartbeatIntervalMs: heartbeatBounds.default,
  language: 'system',
  theme: 'system',
  density: 'regular',
  clock: 'system',
  notifications: false,
  notificationsAsked: false,
  sound: true,
  badge: false,
  closeTo: 'tray',
  closeExplained: false,
  autostart: false,
  updateChecks: true,
  presentation: false,
  findShortcut: '',
  shortcuts: {},
  scriptLabels: {},
  messageTemplates: noTemplates,
  savedViews: noViews,
  waitsBeforeSending: false,
} as const
