import { catalogue, type Translation } from '../catalogue'
import type { settingsText } from '../settings'

export const settings: Translation<typeof settingsText> = {
  title: 'Einstellungen',
  version: (version) => `Sessiondeck ${version}`,
  search: 'Einstellungen durchsuchen',
  matches: (matches) => `${catalogue.number(matches)} Treffer`,
  noMatch: (query) => `Zu „${query}“ passt keine Einstellung.`,
  showAll: 'Alle Einstellungen anzeigen',

  watching: 'Beobachtung',
  heartbeatHelp: 'Wie oft jeder Bereich abgefragt wird. Anfragegrenzen der Dienste können das verlangsamen.',
  heartbeatBounds: (least, most) => `Von ${least} bis ${most} Sekunden.`,
  heartbeatWords: 'Intervall Abstand Abfrage aktualisieren Häufigkeit Heartbeat',

  appearance: 'Darstellung',
  themeSystem: 'System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  themeWords: 'Farben Nachtmodus Aussehen Design Theme',
  densityRegular: 'Normal',
  densityCompact: 'Kompakt',
  densityWords: 'Dichte Höhe Abstand Liste Größe',
  clockSystem: 'System',
  clock24: '24 Stunden (14:30)',
  clock12: '12 Stunden (2:30 PM)',
  clockWords: 'Zeitformat Uhr am pm Stunde',

  actions: 'Aktionen',
  waitHelp:
    'Eine Nachricht an eine einzelne Sitzung oder ihre Trennung lässt sich bis dahin rückgängig machen.',
  waitWords: 'rückgängig Bedenkzeit Verzögerung Nachricht trennen',

  notifications: 'Benachrichtigungen',
  notificationsHelp: 'Wenn jemand Neues auftaucht. Jedes Konto hat außerdem einen eigenen Schalter.',
  notificationsWords: 'Hinweise Meldungen Popups Neue',
  soundHelp: 'Der Ton Ihres Systems, bei jeder Benachrichtigung.',
  soundHelpLinux: 'Bei jeder Benachrichtigung, falls Ihr Desktop einen abspielt.',
  soundWords: 'stumm leise Klang Geräusch Audio',
  badgeHelpMac: 'Wie viele Sitzungen live sind, im Dock. Dazu müssen Benachrichtigungen erlaubt sein.',
  badgeHelpWindows:
    'Windows zeigt auf Symbolen der Taskleiste keine Zahlen. Im Infobereich steht, wie viele live sind.',
  badgeHelpLinux:
    'Wie viele Sitzungen live sind, auf Docks und Startern, die Zahlen zeigen, etwa denen von Ubuntu und KDE.',
  badgeWords: 'Badge Dock Starter Taskleiste live Anzahl',

  window: 'Start und Fenster',
  closeToTray: 'Im Infobereich weiter beobachten',
  closeToMenuBar: 'In der Menüleiste weiter beobachten',
  closeToQuit: 'Sessiondeck beenden',
  closeToWords: 'schließen Infobereich Tray Hintergrund minimieren beenden',
  autostartHelp: 'Sessiondeck startet, wenn Sie sich anmelden, und wartet im Infobereich.',
  autostartWords: 'Autostart anmelden hochfahren automatisch unsichtbar',
  findShortcutHelp:
    'Drücken Sie hier die Tasten, etwa Strg+Alt+K; die Rücktaste schaltet sie ab. Die Tasten wirken auch, während ein anderes Programm den Fokus hat.',
  findShortcutOff: 'Aus',
  findShortcutWords: 'global Tastenkürzel Hotkey',

  backup: 'Sicherung',
  backupHelp:
    'Konten ohne ihre Schlüssel, SSH-Hosts, Nachrichtenvorlagen, Spalten und Einstellungen in einer Datei. Ein Import zeigt erst, was er ändern würde.',
  exportBackup: 'Sicherung exportieren …',
  importBackup: 'Sicherung importieren …',
  askReset: 'Einstellungen zurücksetzen …',
  showInFolder: 'Im Ordner anzeigen',
  backupWords:
    'exportieren importieren Backup Datei wiederherstellen zurücksetzen Standard umziehen Computer Konten Hosts Vorlagen Spalten',
  viewPart: 'Spalten, Sortierung, Filter und Bereiche des Fensters',
  resetTitle: 'Einstellungen zurücksetzen?',
  reset: 'Einstellungen zurücksetzen',
  resetAbout:
    'Alle Einstellungen werden wieder wie am ersten Tag, ebenso Spalten, Sortierung, Filter, Bereiche des Fensters und die Terminal-Einstellungen. Konten und ihre Schlüssel, SSH-Hosts, Nachrichtenvorlagen, Namen von Skripten, das Aktionsprotokoll und offene Terminals bleiben.',
  resetDone: 'Die Einstellungen sind wie am ersten Tag.',

  help: 'Hilfe und Diagnose',
  helpAbout:
    'Versionen, wie es jedem Konto geht, Anzahlen und das Ende des Protokolls, für einen Fehlerbericht. Namen, Schlüssel, IDs, Adressen und Pfade sind verdeckt.',
  copyDiagnostics: 'Diagnose kopieren',
  diagnosticsCopied: 'Diagnose kopiert. Namen, Schlüssel, IDs, Adressen und Pfade sind verdeckt.',
  openLogFolder: 'Protokollordner öffnen',
  helpWords: 'Diagnose kopieren Protokoll Ordner Support Bericht Fehler Versionen Problem',

  updateWords: 'Updates neue Version automatisch suchen herunterladen installieren neu starten',

  shortcuts: 'Tastenkürzel',
  shortcutWords: 'Tastenkürzel Tasten',
  shortcutsTitle: 'Tastenkürzel',
  allShortcuts: 'Alle Tastenkürzel',
  shortcutsNote:
    'Tasten, mit denen das Programm in einem Terminal etwas anfangen kann, gehen an das Programm, auch F1 und F6.',
}
