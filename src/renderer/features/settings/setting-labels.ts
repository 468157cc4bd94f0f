import type { Settings } from '../../../shared/settings'

/** What is no setting of its own, or not one that a person sets in the settings. */
type Elsewhere =
  | 'messageTemplates'
  | 'savedViews'
  | 'scriptLabels'
  | 'shortcuts'
  | 'presentation'
  | 'closeExplained'
  | 'notificationsAsked'

/** What a person sets in the settings, by the name that it has there. */
export const settingLabels: Readonly<Record<Exclude<keyof Settings, Elsewhere>, string>> = {
  heartbeatIntervalMs: 'Heartbeat, seconds',
  theme: 'Theme',
  density: 'Rows',
  clock: 'Clock',
  language: 'Language',
  notifications: 'Desktop notifications',
  sound: 'Sound',
  badge: 'Number on the icon',
  closeTo: 'Closing the window',
  waitsBeforeSending: 'Wait 5 seconds before sending',
  updateChecks: 'Check for updates automatically',
  autostart: 'Start with the computer',
  findShortcut: 'Command palette from anywhere',
}

/** The same for a name from a file; one that is not known stays as it is. */
export const settingLabel = (key: string): string =>
  new Map<string, string>(Object.entries(settingLabels)).get(key) ?? key
