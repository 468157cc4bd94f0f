import { z } from 'zod'
import { accountConfigSchema, accountDraftSchema, accountSchema } from './account'
import { actionSchema, messageSchema } from './action'
import { logPageSchema, logQuerySchema } from './action-log'
import { alertSchema } from './alert'
import { appErrorSchema } from './app-error'
import { batchSchema, bulkCommandSchema, bulkDraftSchema, bulkPreviewSchema, bulkStartSchema } from './bulk'
import { curlCommandSchema, curlSubjectSchema } from './curl'
import { scopeHealthSchema } from './health'
import { lookupAnswerSchema, lookupLaneSchema, lookupQuestionSchema } from './lookup'
import { foundPersonSchema, longestPersonText, mostPersonKeys } from './person'
import {
  scriptCountsSchema,
  scriptEditSchema,
  scriptExecutionsSchema,
  scriptInfoSchema,
  scriptRefSchema,
  scriptSourceSchema,
} from './script'
import {
  rosterChunkSchema,
  rosterPatchMessageSchema,
  sessionDetailsSchema,
  sessionKeySchema,
} from './session'

import { logFormatSchema, sessionLogsSchema } from './session-logs'
import { settingsChangesSchema, settingsSchema } from './settings'
import { statisticsPeriodSchema, statisticsSchema } from './statistics'
import {
  listedHostSchema,
  promptAnswerSchema,
  sshConfigScanSchema,
  sshHostSchema,
  terminalPromptSchema,
  terminalSchema,
  terminalSizeSchema,
  terminalTargetSchema,
  transportSchema,
  vsaySessionSchema,
} from './terminal'

/** Who answers a request. */
export type Owner = 'shell' | 'watch' | 'terminals'

/**
 * Who may ask. `window` requests come from the renderer through the shell's relay; `shell` requests are the shell's
 * own to a worker (they carry secrets) and the relay refuses them from a window.
 */
export type Audience = 'window' | 'shell'

/** Longest text that leaves the window for the clipboard or a file, characters. Logs of a day fit. */
export const longestText = 64_000_000

const nothing = z.undefined()
const byKey = z.object({ key: sessionKeySchema })
const byId = z.object({ id: z.string().min(1) })

/** How secrets are kept on this machine. */
export const keychainSchema = z.enum(['available', 'unavailable'])

/** What the window must know before it draws. */
export const workspaceSchema = z.object({
  accounts: z.array(accountSchema),
  settings: settingsSchema,
  keychain: keychainSchema,
  /** `managed`: accounts come from `--config` and cannot be changed here. `demo`: managed, by the demo services. */
  kind: z.enum(['own', 'managed', 'demo']),
  /** A settings or config file that could not be used, said once. */
  problem: appErrorSchema.nullable(),
  version: z.string(),
  platform: z.string(),
})
export type Workspace = z.infer<typeof workspaceSchema>

/** Whether we ask and whether we notify. */
export const watchStateSchema = z.object({
  paused: z.boolean(),
  mutedUntil: z.number().nullable(),
  /** The watch thread died and is being restarted. */
  restarting: z.boolean(),
})
export type WatchState = z.infer<typeof watchStateSchema>

/** What a connection test found. */
export const accountTestSchema = z.object({ sessions: z.number(), scopes: z.number(), evidence: z.string() })
export type AccountTest = z.infer<typeof accountTestSchema>

/** Every request: who answers, who may ask, what goes in, what comes out. */
export const requests = {
  // Roster
  /** Sends the whole roster as `roster.chunk` events, then patches. */
  'roster.subscribe': {
    owner: 'watch',
    audience: 'window',
    input: nothing,
    output: z.object({ revision: z.number() }),
  },
  'health.list': { owner: 'watch', audience: 'window', input: nothing, output: z.array(scopeHealthSchema) },
  /** Asks a scope, or all of them, at once (inside the rate budget). */
  'heartbeat.now': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ accountId: z.string().nullable() }),
    output: nothing,
  },

  // Sessions
  'session.details': { owner: 'watch', audience: 'window', input: byKey, output: sessionDetailsSchema },
  /** Also of a session that has left, as long as its service keeps them. */
  'session.logs': {
    owner: 'watch',
    audience: 'window',
    input: byKey.extend({ format: logFormatSchema }),
    output: sessionLogsSchema,
  },
  'session.message': {
    owner: 'watch',
    audience: 'window',
    input: byKey.extend({ message: messageSchema }),
    output: actionSchema,
  },
  /** Resolves when the service took it; `action.changed` tells the rest. */
  'session.disconnect': { owner: 'watch', audience: 'window', input: byKey, output: actionSchema },
  /** Says whom a bulk action would reach, and keeps exactly them for `bulk.start`. */
  'bulk.preview': { owner: 'watch', audience: 'window', input: bulkDraftSchema, output: bulkPreviewSchema },
  /** Starts what was previewed. A plan starts once: asked again, it answers with the bulk action that it started. */
  'bulk.start': { owner: 'watch', audience: 'window', input: bulkStartSchema, output: batchSchema },
  'bulk.control': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ id: z.string(), command: bulkCommandSchema }),
    output: nothing,
  },
  /** Its actions, one a session (two where it messages and disconnects). */
  'bulk.items': { owner: 'watch', audience: 'window', input: byId, output: z.array(actionSchema) },
  /** The latest of this run. */
  'action.list': { owner: 'watch', audience: 'window', input: nothing, output: z.array(actionSchema) },

  // The action log
  'log.search': { owner: 'watch', audience: 'window', input: logQuerySchema, output: logPageSchema },
  /** The latest bulk actions, newest first. */
  'log.batches': { owner: 'watch', audience: 'window', input: nothing, output: z.array(batchSchema) },
  /** What a person should know about the log's file; `null`: all is well. */
  'log.problem': { owner: 'watch', audience: 'window', input: nothing, output: z.string().nullable() },

  // Scripts
  'script.info': { owner: 'watch', audience: 'window', input: scriptRefSchema, output: scriptInfoSchema },
  'script.executions': {
    owner: 'watch',
    audience: 'window',
    input: scriptRefSchema,
    output: scriptExecutionsSchema,
  },
  /** A change leaves once; the same one, asked for again while it is under way, is the same action. */
  'script.edit': {
    owner: 'watch',
    audience: 'window',
    input: scriptRefSchema.extend({ edit: scriptEditSchema }),
    output: actionSchema,
  },
  'script.toggle': {
    owner: 'watch',
    audience: 'window',
    input: scriptRefSchema.extend({ enabled: z.boolean() }),
    output: actionSchema,
  },
  /** Replaces the source; the service obfuscates it, which may take over a minute. */
  'script.update': {
    owner: 'watch',
    audience: 'window',
    input: scriptRefSchema.extend({ source: scriptSourceSchema }),
    output: actionSchema,
  },
  'script.remove': { owner: 'watch', audience: 'window', input: scriptRefSchema, output: actionSchema },
  /** `fresh: false` takes what the last heartbeat counted, if one did, and asks the service only otherwise. */
  'junkie.counts': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ accountId: z.string(), fresh: z.boolean() }),
    output: scriptCountsSchema,
  },

  // Commands
  /** A request as a command line for a POSIX shell, with names of environment variables in place of the secrets. */
  'curl.of': {
    owner: 'watch',
    audience: 'window',
    input: curlSubjectSchema,
    output: curlCommandSchema,
  },

  // Organisations
  /** VSay: figures over the whole organisation. */
  'vsay.statistics': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ accountId: z.string(), period: statisticsPeriodSchema }),
    output: statisticsSchema,
  },

  // Look-ups
  /**
   * Asks a service for sessions that need not be listed. They can then be looked at and acted on like those that are.
   * The question before it in the same lane is `cancelled`.
   */
  'lookup.run': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ lane: lookupLaneSchema, accountId: z.string(), question: lookupQuestionSchema }),
    output: lookupAnswerSchema,
  },
  /** Ends the question that is under way in a lane. */
  'lookup.cancel': {
    owner: 'watch',
    audience: 'window',
    input: z.object({ lane: lookupLaneSchema }),
    output: nothing,
  },
  /**
   * Whom a text names: what is known at once, and what the services can be asked. Nothing is sent. `keys`: sessions of
   * theirs that a look-up found, by which the action log knows them too.
   */
  'person.find': {
    owner: 'watch',
    audience: 'window',
    input: z.object({
      text: z.string().max(longestPersonText),
      keys: z.array(sessionKeySchema).max(mostPersonKeys),
    }),
    output: foundPersonSchema,
  },

  // Workspace
  'workspace.get': { owner: 'shell', audience: 'window', input: nothing, output: workspaceSchema },
  'watch.state': { owner: 'shell', audience: 'window', input: nothing, output: watchStateSchema },
  'watch.pause': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ paused: z.boolean() }),
    output: nothing,
  },
  'watch.mute': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ forMs: z.number().min(0).max(86_400_000) }),
    output: nothing,
  },
  /** `memory` keeps the secret for this run only: the person's answer where no keychain exists. */
  'account.save': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ draft: accountDraftSchema, storage: z.enum(['keychain', 'memory']) }),
    output: accountSchema,
  },
  'account.test': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ draft: accountDraftSchema }),
    output: accountTestSchema,
  },
  'account.enable': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ id: z.string(), enabled: z.boolean() }),
    output: nothing,
  },
  'account.remove': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ id: z.string() }),
    output: nothing,
  },
  'settings.save': {
    owner: 'shell',
    audience: 'window',
    input: settingsChangesSchema,
    output: settingsSchema,
  },
  'clipboard.write': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ text: z.string().max(longestText) }),
    output: nothing,
  },
  /** Only while the window has the focus: a person pasted from a menu. */
  'clipboard.read': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.object({ text: z.string() }),
  },
  /** Asks the person where, then writes the file. The window never learns the place. */
  'file.save': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ suggestedName: z.string().min(1).max(200), text: z.string().max(longestText) }),
    output: z.object({ saved: z.boolean() }),
  },
  'link.open': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ url: z.string().max(2_000) }),
    output: nothing,
  },
  'demo.open': { owner: 'shell', audience: 'window', input: nothing, output: nothing },
  /** The window's answer to `window.closing`. */
  'window.close': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ choice: z.enum(['hide', 'minimise', 'quit', 'stay']) }),
    output: nothing,
  },

  /** Makes the whole window bigger or smaller; `0` gives it its first size. */
  'window.zoom': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ step: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
    output: nothing,
  },

  // Terminals
  /** Opens a tab's terminal; the shell finds the host or creates the VSay session, then starts the connection. */
  'terminal.open': {
    owner: 'shell',
    audience: 'window',
    input: z.object({ target: terminalTargetSchema, size: terminalSizeSchema }),
    output: terminalSchema,
  },
  /** Hands the tab's port to the window (see `terminal-frames`), with the recent output first. */
  'terminal.attach': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Tries a lost or ended terminal again at once, in place. */
  'terminal.reconnect': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Ends the connection and forgets the terminal. */
  'terminal.close': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Survives the terminals thread: the shell keeps what it was told last. */
  'terminal.list': {
    owner: 'shell',
    audience: 'window',
    input: nothing,
    output: z.array(terminalSchema),
  },
  /** Answers a prompt; the shell remembers a secret where the person asked it to. */
  'terminal.answer': { owner: 'shell', audience: 'window', input: promptAnswerSchema, output: nothing },
  'host.list': { owner: 'shell', audience: 'window', input: nothing, output: z.array(listedHostSchema) },
  'host.save': { owner: 'shell', audience: 'window', input: sshHostSchema, output: nothing },
  'host.remove': { owner: 'shell', audience: 'window', input: byId, output: nothing },
  /** Reads the user's OpenSSH config file. Nothing in it is executed. */
  'host.scan': { owner: 'terminals', audience: 'window', input: nothing, output: sshConfigScanSchema },

  // The shell's own requests to the terminals thread
  'terminal.start': {
    owner: 'terminals',
    audience: 'shell',
    input: z.object({
      id: z.string(),
      target: terminalTargetSchema,
      label: z.string(),
      sessionKey: z.string().nullable(),
      transport: transportSchema,
      size: terminalSizeSchema,
    }),
    output: terminalSchema,
  },
  /** Connects again in place; a VSay terminal may come with a new session. */
  'terminal.restart': {
    owner: 'terminals',
    audience: 'shell',
    input: byId.extend({ sessionKey: z.string().nullable(), transport: transportSchema }),
    output: nothing,
  },
  'terminal.stop': { owner: 'terminals', audience: 'shell', input: byId, output: nothing },
  'terminal.resolve': {
    owner: 'terminals',
    audience: 'shell',
    input: promptAnswerSchema.omit({ remember: true }),
    output: nothing,
  },
  /** `resumed`: the machine woke up; what is lost is tried once. */
  'terminal.resumed': { owner: 'terminals', audience: 'shell', input: nothing, output: nothing },
  /** The app quits: ends every connection, and answers when the output that is kept is on the disk. */
  'terminal.leave': { owner: 'terminals', audience: 'shell', input: nothing, output: nothing },

  // The shell's own requests to the watch thread
  'watch.configure': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({
      accounts: z.array(accountConfigSchema),
      heartbeatIntervalMs: z.number(),
      /** Proxy URL per account id, where the system has one for its origin. */
      proxies: z.record(z.string(), z.string()),
    }),
    output: nothing,
  },
  /** VSay: a session on a machine for a terminal of ours. Its token never reaches a window. */
  'vsay.create': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ accountId: z.string(), machineId: z.string(), size: terminalSizeSchema }),
    output: vsaySessionSchema,
  },
  /** VSay: ends a session of ours. */
  'vsay.terminate': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ accountId: z.string(), sessionId: z.string() }),
    output: nothing,
  },
  'watch.test': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ account: accountConfigSchema, proxy: z.string().nullable() }),
    output: accountTestSchema,
  },
  /** `paused`: the person's wish. `suspended`: the machine sleeps. */
  'watch.set': {
    owner: 'watch',
    audience: 'shell',
    input: z.object({ paused: z.boolean(), suspended: z.boolean(), mutedUntil: z.number().nullable() }),
    output: nothing,
  },
} as const satisfies Record<string, { owner: Owner; audience: Audience; input: z.ZodType; output: z.ZodType }>

/** Every event: who sends it and what it carries. */
export const events = {
  'roster.chunk': { owner: 'watch', payload: rosterChunkSchema },
  'roster.patch': { owner: 'watch', payload: rosterPatchMessageSchema },
  /** The scopes whose health changed, and those that are gone. */
  'health.changed': {
    owner: 'watch',
    payload: z.object({ changed: z.array(scopeHealthSchema), removed: z.array(z.string()) }),
  },
  /** How many sessions the roster holds, each counted once; sent when the number changed. The tray shows it. */
  'roster.count': { owner: 'watch', payload: z.object({ live: z.number().int().min(0) }) },
  'action.changed': { owner: 'watch', payload: actionSchema },
  /** A few times a second at most, and when its state changed. */
  'bulk.changed': { owner: 'watch', payload: batchSchema },
  /** How many sessions a look-up of several pages has found so far, and how many there are where the service says. */
  'lookup.progress': {
    owner: 'watch',
    payload: z.object({ lane: lookupLaneSchema, done: z.number(), total: z.number().nullable() }),
  },
  'alert.raised': { owner: 'watch', payload: alertSchema },
  /** For the log file; the terminals thread sends it too. */
  'log.line': {
    owner: 'watch',
    payload: z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string() }),
  },
  'terminal.changed': { owner: 'terminals', payload: terminalSchema },
  'terminal.closed': { owner: 'terminals', payload: byId },
  'terminal.prompt': { owner: 'terminals', payload: terminalPromptSchema },
  /** The prompt was answered or does not matter any more. */
  'terminal.prompt-done': { owner: 'terminals', payload: byId },
  /** A terminals thread runs in place of one that died and knows nothing yet: what the window has may be behind `terminal.list`. */
  'terminal.restarted': { owner: 'shell', payload: nothing },
  'host.changed': { owner: 'shell', payload: z.array(listedHostSchema) },
  'workspace.changed': { owner: 'shell', payload: workspaceSchema },
  'watch.changed': { owner: 'shell', payload: watchStateSchema },
  /** A notification was clicked: show the first of these sessions that is still there. */
  'session.show': { owner: 'shell', payload: z.object({ keys: z.array(sessionKeySchema) }) },
  /** The shortcut that works everywhere was pressed: open the box that finds a person. */
  'person.open': { owner: 'shell', payload: nothing },
  /** `explain`: closing keeps watching in the tray. `choose`: there is no tray. */
  'window.closing': { owner: 'shell', payload: z.object({ mode: z.enum(['explain', 'choose']) }) },
} as const satisfies Record<string, { owner: Owner; payload: z.ZodType }>

export type RequestName = keyof typeof requests
export type EventName = keyof typeof events
export type Input<N extends RequestName> = z.infer<(typeof requests)[N]['input']>
export type Output<N extends RequestName> = z.infer<(typeof requests)[N]['output']>
export type Payload<N extends EventName> = z.infer<(typeof events)[N]['payload']>

/** The requests that one owner answers. */
export type RequestsOf<O extends Owner> = {
  [N in RequestName]: (typeof requests)[N]['owner'] extends O ? N : never
}[RequestName]

/** Whether a string names a request of the contract. */
export const isRequestName = (name: string): name is RequestName => Object.hasOwn(requests, name)
