import { z } from 'zod'
import { accountConfigSchema, accountDraftSchema, accountSchema } from './account'
import { actionSchema, messageSchema } from './action'
import { alertSchema } from './alert'
import { appErrorSchema } from './app-error'
import { scopeHealthSchema } from './health'
import { rosterChunkSchema, rosterPatchSchema, sessionDetailsSchema, sessionKeySchema } from './session'
import { settingsChangesSchema, settingsSchema } from './settings'

/** Who answers a request. */
export type Owner = 'shell' | 'watch'

/**
 * Who may ask. `window` requests come from the renderer through the shell's relay; `shell` requests are the shell's
 * own to a worker (they carry secrets) and the relay refuses them from a window.
 */
export type Audience = 'window' | 'shell'

const nothing = z.undefined()
const byKey = z.object({ key: sessionKeySchema })

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
  'session.message': {
    owner: 'watch',
    audience: 'window',
    input: byKey.extend({ message: messageSchema }),
    output: actionSchema,
  },
  /** Resolves when the service took it; `action.changed` tells the rest. */
  'session.disconnect': { owner: 'watch', audience: 'window', input: byKey, output: actionSchema },
  'action.list': { owner: 'watch', audience: 'window', input: nothing, output: z.array(actionSchema) },

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
    input: z.object({ text: z.string().max(1_000_000) }),
    output: nothing,
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
  'roster.patch': { owner: 'watch', payload: rosterPatchSchema },
  /** The scopes whose health changed, and those that are gone. */
  'health.changed': {
    owner: 'watch',
    payload: z.object({ changed: z.array(scopeHealthSchema), removed: z.array(z.string()) }),
  },
  /** How many sessions the roster holds, each counted once; sent when the number changed. The tray shows it. */
  'roster.count': { owner: 'watch', payload: z.object({ live: z.number().int().min(0) }) },
  'action.changed': { owner: 'watch', payload: actionSchema },
  'alert.raised': { owner: 'watch', payload: alertSchema },
  'log.line': {
    owner: 'watch',
    payload: z.object({ level: z.enum(['info', 'warn', 'error']), text: z.string() }),
  },
  'workspace.changed': { owner: 'shell', payload: workspaceSchema },
  'watch.changed': { owner: 'shell', payload: watchStateSchema },
  /** A notification was clicked: show the first of these sessions that is still there. */
  'session.show': { owner: 'shell', payload: z.object({ keys: z.array(sessionKeySchema) }) },
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
