import { z } from 'zod'
import { accountDraftSchema, accountSchema } from '../account'
import { appErrorSchema } from '../app-error'
import { settingsChangesSchema, settingsSchema } from '../settings'
import { accountTestSchema, type EventSpec, nothing, type RequestSpec } from './parts'

/**
 * Whether this machine keeps secrets. `unknown`: not checked yet, because that takes long; `workspace.changed` says soon
 * after the first paint.
 */
const keychainSchema = z.enum(['available', 'unavailable', 'unknown'])

/** What the window must know before it draws. */
const workspaceSchema = z.lazy(() =>
  z.object({
    accounts: z.array(accountSchema),
    settings: settingsSchema,
    keychain: keychainSchema,
    /** `managed`: accounts come from `--config` and cannot be changed here. `demo`: managed, by the demo services. */
    kind: z.enum(['own', 'managed', 'demo']),
    /** A settings or config file that could not be used, said once. */
    problem: appErrorSchema.nullable(),
    /** What the settings' language comes to on this system, with the region whose numbers and times are wanted: `en-GB`. */
    locale: z.string(),
    version: z.string(),
    platform: z.string(),
  }),
)
export type Workspace = z.infer<typeof workspaceSchema>

/** Accounts and settings. */
export const requests = {
  'workspace.get': { owner: 'shell', audience: 'window', input: nothing, output: workspaceSchema },
  /** `memory` keeps the secret for this run only: the person's answer where no keychain exists. */
  'account.save': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ draft: accountDraftSchema, storage: z.enum(['keychain', 'memory']) })),
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
    input: z.lazy(() => z.object({ id: z.string(), enabled: z.boolean() })),
    output: nothing,
  },
  'account.remove': {
    owner: 'shell',
    audience: 'window',
    input: z.lazy(() => z.object({ id: z.string() })),
    output: nothing,
  },
  'settings.save': {
    owner: 'shell',
    audience: 'window',
    input: settingsChangesSchema,
    output: settingsSchema,
  },
} as const satisfies Record<string, RequestSpec>

/** News about it. */
export const events = {
  /** Somebody came from the demo to add an account. */
  'account.add': { owner: 'shell', payload: nothing },
  'workspace.changed': { owner: 'shell', payload: workspaceSchema },
} as const satisfies Record<string, EventSpec>
