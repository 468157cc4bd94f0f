import { catalogue } from './catalogue'

const liveSessions = (sessions: number) =>
  catalogue.plural(sessions, { one: '# live session', other: '# live sessions' })
const executionCount = (executions: number) =>
  catalogue.plural(executions, { one: '# execution', other: '# executions' })

/** The scripts of all accounts, and the page of one. */
export const scriptsText = catalogue.area('scripts', {
  title: 'Scripts',
  byAccount: 'Scripts by account',
  emptyTitle: 'No scripts here',
  emptyAbout: (services: string) => `${services} accounts have scripts, and none is watched now.`,
  emptyRemedy: (needs: string) => `Add one, or enable one that is off: ${needs}.`,
  needs: (service: string, needed: string) => `at ${service} with ${needed}`,
  overview: 'Overview',
  unsaved: 'unsaved',
  off: 'off',
  live: 'live',

  updating: 'Updating…',
  updated: 'Updated',
  scriptId: 'script ID',
  nameScript: 'Give this script a name',
  renameScript: 'Change this script’s name',
  nameTooltip: 'A name of your own; it stays on this machine',
  nameLabel: 'Name of this script on this machine',
  nameHelp: 'Enter keeps it, Esc does not. Empty shows the ID again.',

  liveByScript: 'Live by script',
  noScriptYet: 'No script yet',
  scriptsUnknown: (service: string) => `${service} has not said which scripts there are.`,
  noScriptCounted: (service: string) => `${service} counts no script of this key’s owner.`,
  liveInScripts: (sessions: number, scripts: number) =>
    `${liveSessions(sessions)} in ${catalogue.plural(scripts, { one: '# script', other: '# scripts' })}`,
  showScript: 'Show this script',
  liveTitle: 'Live',
  liveSessions,
  showSessions: (sessions: number) =>
    catalogue.plural(sessions, { one: 'Show its # session', other: 'Show its # sessions' }),
  showSessionsTooltip: 'Show only this script’s sessions',
  noSessions: 'No sessions',
  noLiveSessions: 'No live sessions of this script',
  allPages: 'All pages',
  allPagesAbout:
    'Reads every page of this script at once, 50 sessions a request. The list gets there too, at the pace of its heartbeats.',
  pagesRead: (done: number, total: number) => `Read ${catalogue.number(done)} of ${catalogue.number(total)}…`,
  loadAllPages: 'Load all pages now',

  askingScript: 'Asking for the script',
  executions: 'Executions',
  sessions: 'Sessions',
  instances: 'Instances',
  project: 'Project',
  projectId: 'project ID',
  updateSource: 'Update source…',
  updateUnsavedSource: 'Update source… (unsaved)',
  updateSourceTooltip: 'Replace what users of this script run',
  decideDraftFirst: 'Continue or discard the unsaved draft first',
  sourceUpdated: (script: string) => `${script} updated`,
  enabled: 'Enabled',
  enabledHelp: 'When off, nobody can run this script, even with a key.',
  disableTitle: 'Disable script',
  disable: (script: string) => `Disable ${script}`,
  /** After the script's name. */
  disableWarning: (sessions: number) =>
    `has ${liveSessions(sessions)}. Disabled, it locks them out: nobody can run it until it is enabled again.`,
  infoAsCurl: 'Info as curl',
  executionsAsCurl: 'Executions as curl',
  enableAsCurl: 'Enable as curl',
  disableAsCurl: 'Disable as curl',
  removeAsCurl: 'Remove as curl',

  executionsByDay: 'Executions by day',
  askingExecutions: 'Asking for the executions',
  noExecutions: (service: string) => `${service} knows of no executions.`,
  executionCount,
  executionsInDays: (executions: number, days: number) =>
    `${executionCount(executions)} in ${catalogue.plural(days, { one: '# day', other: '# days' })}.`,
  monthFirst: (service: string) => `Days as ${service} sends them: month/day, without a year.`,
  dayFirst: (service: string) => `Days as ${service} sends them: day/month, without a year.`,
  unsureOrder: (service: string) =>
    `Days as ${service} sends them, without a year. It does not say whether the month comes first; read as month/day.`,
  sentOrder: (service: string) => `Days as ${service} sends them, in its own order.`,
  asTable: 'As a table',
  day: 'Day',

  editForm: 'Edit script',
  edit: 'Edit',
  name: 'Name',
  nameCleared: 'Saving clears the name; the script then goes by its ID.',
  nameUse: (service: string) => `How ${service} and this window call it.`,
  longestName: (characters: number) => `At most ${catalogue.number(characters)} characters.`,
  draftKept: 'Unsaved. Your draft is kept.',
  nothingChanged: 'Nothing has changed',
  freeForAll: 'Free for all',
  freeForAllHelp: 'Anyone can run it without a key. Not available on every tier.',
  useHeartbeat: 'Heartbeat',
  useHeartbeatHelp: 'Users are checked continuously, not only when the script starts.',
  kickOutdated: 'Kick outdated',
  kickOutdatedHelp: 'Users on an outdated version are kicked.',
  requireSessions: 'Require sessions',
  requireSessionsHelp: 'Only users who keep a WebSocket open can run it, so no one runs it unseen.',

  unsavedDraft: 'Unsaved draft',
  unsavedDraftOf: 'Unsaved draft of',
  /** Before how long ago. */
  typed: 'Typed',
  /** After how long ago. */
  notSent: (held: string) => `, not sent: ${held}.`,
  heldSource: (characters: number) =>
    catalogue.plural(characters, {
      one: 'a new source of # character',
      other: 'a new source of # characters',
    }),
  heldChanges: (fields: string) => `changes of ${fields}`,
  changedSince: (service: string) => `The script was changed since at ${service}:`,
  sourceMayHaveChanged: (service: string) =>
    `Whether its source was replaced since, ${service} does not say.`,
  notRecoverable: 'It can’t be recovered.',
  discardPermanently: 'Discard permanently',
  continueDraft: 'Continue',
  draftsKept: (drafts: number) =>
    catalogue.plural(drafts, {
      one: '# unsaved script draft from an earlier run.',
      other: '# unsaved script drafts from an earlier run.',
    }),

  remove: 'Remove',
  removeAbout: (service: string) => `${service} deletes the script for good. Nobody can run it afterwards.`,
  removeScript: 'Remove script…',
  removeTitle: 'Remove script',
  /** Before the script's name. */
  deletes: (service: string) => `${service} deletes`,
  /** After the script's name. */
  deletedWithSessions: (sessions: number) => `, which has ${liveSessions(sessions)}. This cannot be undone.`,
  deletedForGood: '. This cannot be undone.',
  typeName: (script: string) => `Type ${script} to remove it`,
  typeNameFirst: (script: string) => `Type ${script} first`,
  removePermanently: 'Remove permanently',
  removedTitle: (script: string) => `${script} was removed`,
  removedAbout: (service: string, account: string) =>
    `${service} no longer has this script, but ${account} still watches its ID. Take it off the account’s list so that nobody asks for it.`,
  editAccount: 'Edit account',
})
