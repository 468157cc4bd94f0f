import { catalogue, type Translation } from '../catalogue'
import type { scriptsText } from '../scripts'

const liveSessions = (sessions: number) =>
  catalogue.plural(sessions, { one: '# Live-Sitzung', other: '# Live-Sitzungen' })
const executionCount = (executions: number) =>
  catalogue.plural(executions, { one: '# Ausführung', other: '# Ausführungen' })

export const scripts: Translation<typeof scriptsText> = {
  title: 'Skripte',
  byAccount: 'Skripte nach Konto',
  emptyTitle: 'Hier sind keine Skripte',
  emptyAbout: (services) => `Konten bei ${services} haben Skripte; zurzeit wird keins davon beobachtet.`,
  emptyRemedy: (needs) => `Fügen Sie eins hinzu oder schalten Sie ein ausgeschaltetes ein: ${needs}.`,
  needs: (service, needed) => `bei ${service} mit ${needed}`,
  overview: 'Übersicht',
  unsaved: 'ungespeichert',
  off: 'aus',
  live: 'live',

  updating: 'Wird aktualisiert …',
  updated: 'Aktualisiert',
  scriptId: 'Skript-ID',
  nameScript: 'Diesem Skript einen Namen geben',
  renameScript: 'Namen dieses Skripts ändern',
  nameTooltip: 'Ein eigener Name; er bleibt auf diesem Computer',
  nameLabel: 'Name dieses Skripts auf diesem Computer',
  nameHelp: 'Enter übernimmt ihn, Esc nicht. Ohne Namen wird wieder die ID angezeigt.',

  liveByScript: 'Live nach Skript',
  noScriptYet: 'Noch kein Skript',
  scriptsUnknown: (service) => `${service} hat noch nicht gemeldet, welche Skripte es gibt.`,
  noScriptCounted: (service) => `${service} zählt kein Skript, das dem Inhaber dieses Schlüssels gehört.`,
  liveInScripts: (sessions, scripts) =>
    `${liveSessions(sessions)} in ${catalogue.plural(scripts, { one: '# Skript', other: '# Skripten' })}`,
  showScript: 'Dieses Skript anzeigen',
  liveTitle: 'Live',
  liveSessions,
  showSessions: (sessions) =>
    catalogue.plural(sessions, { one: '# Sitzung anzeigen', other: '# Sitzungen anzeigen' }),
  showSessionsTooltip: 'Nur die Sitzungen dieses Skripts anzeigen',
  noSessions: 'Keine Sitzungen',
  noLiveSessions: 'Keine Live-Sitzungen dieses Skripts',
  allPages: 'Alle Seiten',
  allPagesAbout:
    'Liest alle Seiten dieses Skripts auf einmal, 50 Sitzungen je Anfrage. Die Liste lädt sie auch, aber im Takt ihrer Lebenszeichen.',
  pagesRead: (done, total) => `${catalogue.number(done)} von ${catalogue.number(total)} gelesen …`,
  loadAllPages: 'Jetzt alle Seiten laden',

  askingScript: 'Das Skript wird abgefragt',
  executions: 'Ausführungen',
  sessions: 'Sitzungen',
  instances: 'Instanzen',
  project: 'Projekt',
  projectId: 'Projekt-ID',
  updateSource: 'Quelltext ersetzen …',
  updateUnsavedSource: 'Quelltext ersetzen … (ungespeichert)',
  updateSourceTooltip: 'Ersetzt, was die Nutzer dieses Skripts ausführen',
  decideDraftFirst: 'Erst den ungespeicherten Entwurf fortsetzen oder verwerfen',
  sourceUpdated: (script) => `${script} hat den neuen Quelltext`,
  enabled: 'Eingeschaltet',
  enabledHelp: 'Ist es ausgeschaltet, kann niemand dieses Skript ausführen, auch nicht mit einem Schlüssel.',
  disableTitle: 'Skript ausschalten',
  disable: (script) => `${script} ausschalten`,
  disableWarning: (sessions) =>
    `hat ${liveSessions(sessions)}. Ausschalten sperrt sie aus: Niemand kann es ausführen, bis es wieder eingeschaltet ist.`,
  infoAsCurl: 'Angaben als curl',
  executionsAsCurl: 'Ausführungen als curl',
  enableAsCurl: 'Einschalten als curl',
  disableAsCurl: 'Ausschalten als curl',
  removeAsCurl: 'Entfernen als curl',

  executionsByDay: 'Ausführungen nach Tag',
  askingExecutions: 'Die Ausführungen werden abgefragt',
  noExecutions: (service) => `${service} kennt keine Ausführungen.`,
  executionCount,
  executionsInDays: (executions, days) =>
    `${executionCount(executions)} an ${catalogue.plural(days, { one: '# Tag', other: '# Tagen' })}.`,
  monthFirst: (service) => `Tage, wie ${service} sie sendet: Monat/Tag, ohne Jahr.`,
  dayFirst: (service) => `Tage, wie ${service} sie sendet: Tag/Monat, ohne Jahr.`,
  unsureOrder: (service) =>
    `Tage, wie ${service} sie sendet, ohne Jahr. Ob der Monat vorn steht, ist nicht gesagt; gelesen als Monat/Tag.`,
  sentOrder: (service) => `Tage, wie ${service} sie sendet, in derselben Reihenfolge.`,
  asTable: 'Als Tabelle',
  day: 'Tag',

  editForm: 'Skript bearbeiten',
  edit: 'Bearbeiten',
  name: 'Name',
  nameCleared: 'Speichern löscht den Namen; das Skript erscheint dann unter seiner ID.',
  nameUse: (service) => `So heißt es bei ${service} und in diesem Fenster.`,
  longestName: (characters) => `Höchstens ${catalogue.number(characters)} Zeichen.`,
  draftKept: 'Ungespeichert. Ihr Entwurf bleibt erhalten.',
  nothingChanged: 'Nichts wurde geändert',
  freeForAll: 'Frei für alle',
  freeForAllHelp: 'Jeder kann es ohne Schlüssel ausführen. Nicht in jedem Tarif verfügbar.',
  useHeartbeat: 'Lebenszeichen',
  useHeartbeatHelp: 'Nutzer werden laufend geprüft, nicht nur beim Start des Skripts.',
  kickOutdated: 'Veraltete hinauswerfen',
  kickOutdatedHelp: 'Nutzer mit einer veralteten Version werden hinausgeworfen.',
  requireSessions: 'Nur mit Sitzung',
  requireSessionsHelp:
    'Nur Nutzer, die einen WebSocket offen halten, können es ausführen; so führt es niemand ungesehen aus.',

  unsavedDraft: 'Ungespeicherter Entwurf',
  unsavedDraftOf: 'Ungespeicherter Entwurf von',
  typed: 'Eingegeben',
  notSent: (held) => `, nicht gesendet: ${held}.`,
  heldSource: (characters) =>
    catalogue.plural(characters, {
      one: 'ein neuer Quelltext mit # Zeichen',
      other: 'ein neuer Quelltext mit # Zeichen',
    }),
  heldChanges: (fields) => `Änderungen an ${fields}`,
  changedSince: (service) => `Das Skript wurde seitdem bei ${service} geändert:`,
  sourceMayHaveChanged: (service) => `Ob sein Quelltext seitdem ersetzt wurde, sagt ${service} nicht.`,
  notRecoverable: 'Er lässt sich nicht wiederherstellen.',
  discardPermanently: 'Endgültig verwerfen',
  continueDraft: 'Fortsetzen',
  draftsKept: (drafts) =>
    catalogue.plural(drafts, {
      one: '# ungespeicherter Skriptentwurf vom letzten Mal.',
      other: '# ungespeicherte Skriptentwürfe vom letzten Mal.',
    }),

  remove: 'Entfernen',
  removeAbout: (service) => `${service} löscht das Skript endgültig. Danach kann es niemand mehr ausführen.`,
  removeScript: 'Skript entfernen …',
  removeTitle: 'Skript entfernen',
  deletes: (service) => `${service} löscht`,
  deletedWithSessions: (sessions) =>
    ` mit ${liveSessions(sessions)}. Das lässt sich nicht rückgängig machen.`,
  deletedForGood: '. Das lässt sich nicht rückgängig machen.',
  typeName: (script) => `Geben Sie ${script} ein, um es zu entfernen`,
  typeNameFirst: (script) => `Geben Sie erst ${script} ein`,
  removePermanently: 'Endgültig entfernen',
  removedTitle: (script) => `${script} wurde entfernt`,
  removedAbout: (service, account) =>
    `${service} hat dieses Skript nicht mehr, aber ${account} beobachtet noch seine ID. Nehmen Sie sie von der Liste des Kontos, damit niemand mehr danach fragt.`,
  editAccount: 'Konto bearbeiten',
}
