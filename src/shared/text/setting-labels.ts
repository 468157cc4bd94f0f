import { catalogue } from './catalogue'

/** What each setting is called. */
export const settingLabelsText = catalogue.area('settingLabels', {
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
  shortcuts: 'Keys of shortcuts',
  findShortcut: 'Command palette from anywhere',
})
