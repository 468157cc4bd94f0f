import { catalogue } from './catalogue'

/** The settings. Texts in `…Words` are seen by nobody: they are what else people call a setting that they search for. */
export const settingsText = catalogue.area('settings', {
  title: 'Settings',
  version: (version: string) => `Sessiondeck ${version}`,
  search: 'Search settings',
  matches: (matches: number) => catalogue.plural(matches, { one: '# match', other: '# matches' }),
  noMatch: (query: string) => `No setting matches “${query}”.`,
  showAll: 'Show all settings',

  watching: 'Watching',
  heartbeatHelp: 'How often each source is polled. Rate limits may slow it down.',
  heartbeatBounds: (least: string, most: string) => `From ${least} to ${most} seconds.`,
  heartbeatWords: 'interval refresh rate polling',

  appearance: 'Appearance',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeWords: 'colours colors night mode appearance',
  densityRegular: 'Regular',
  densityCompact: 'Compact',
  densityWords: 'density height spacing list size',
  clockSystem: 'System',
  clock24: '24 hours (14:30)',
  clock12: '12 hours (2:30 PM)',
  clockWords: 'time format am pm hour',

  actions: 'Actions',
  waitHelp: 'A message to one session, or its disconnect, can be undone until then.',
  waitWords: 'undo grace delay message disconnect',

  notifications: 'Notifications',
  notificationsHelp: 'When someone new appears. Each account also has its own switch.',
  notificationsWords: 'alerts popups arrivals',
  soundHelp: 'Your system’s own, with each notification.',
  soundHelpLinux: 'With each notification, where your desktop plays one.',
  soundWords: 'mute silent audio noise',
  badgeHelpMac: 'How many sessions are live, in the Dock. Needs the permission for notifications.',
  badgeHelpWindows: 'Windows shows no numbers on icons of the taskbar. The tray says how many are live.',
  badgeHelpLinux:
    'How many sessions are live, on docks and launchers that show numbers, such as Ubuntu’s and KDE’s.',
  badgeWords: 'badge dock launcher taskbar live count',

  window: 'Start and window',
  closeToTray: 'Keeps watching in the tray',
  closeToMenuBar: 'Keeps watching in the menu bar',
  closeToQuit: 'Quits Sessiondeck',
  closeToWords: 'close tray background minimise quit exit',
  autostartHelp: 'Sessiondeck starts when you sign in and waits in the tray.',
  autostartWords: 'autostart login boot launch hidden',
  findShortcutHelp:
    'Press the keys here, such as Ctrl+Alt+K; Backspace turns it off. They work while another application has the focus.',
  findShortcutOff: 'Off',
  findShortcutWords: 'global hotkey',

  backup: 'Backup',
  backupHelp:
    'Accounts without their keys, SSH hosts, message templates, columns and settings in one file. An import shows first what it would change.',
  exportBackup: 'Export backup…',
  importBackup: 'Import backup…',
  askReset: 'Reset settings…',
  showInFolder: 'Show in folder',
  backupWords:
    'export import backup file restore reset settings defaults move computer accounts hosts templates columns',
  /** What the window remembers itself. */
  viewPart: 'Columns, sorting, filters and panels',
  resetTitle: 'Reset settings?',
  reset: 'Reset settings',
  resetAbout:
    'Everything in Settings goes back to what it was on the first day, and so do columns, sorting, filters, panels and the terminal settings. Accounts and their keys, SSH hosts, message templates, names of scripts, the action log and open terminals stay.',
  resetDone: 'The settings are as on the first day.',

  help: 'Help and diagnostics',
  helpAbout:
    'Versions, how each account is doing, counts and the end of the log, for a report. Names, keys, IDs, addresses and paths are masked.',
  copyDiagnostics: 'Copy diagnostics',
  diagnosticsCopied: 'Diagnostics copied. Names, keys, IDs, addresses and paths are masked.',
  openLogFolder: 'Open log folder',
  helpWords: 'copy diagnostics open log folder support report bug versions problem',

  updateWords: 'Updates new version check for updates automatically download install restart',

  shortcuts: 'Shortcuts',
  shortcutWords: 'Shortcuts keys',
  shortcutsTitle: 'Keyboard shortcuts',
  allShortcuts: 'All shortcuts',
  shortcutsNote: 'Keys that a terminal’s program can use go to the program, F1 and F6 too.',
})
