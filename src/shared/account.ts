import { z } from 'zod'
import { providerIds } from './ids'
import { isLoopback } from './loopback'
import { checksText } from './text/checks'

export const providerIdSchema = z.enum(providerIds)
export type ProviderId = z.infer<typeof providerIdSchema>

/** What an account watches. `organisation` is everything the credential can see; its id is `*`. */
export const scopeSchema = z.lazy(() =>
  z.object({
    kind: z.enum(['hub', 'key', 'discord', 'script', 'organisation']),
    id: z.string().trim().min(1).max(200),
  }),
)
export type Scope = z.infer<typeof scopeSchema>
export type ScopeKind = Scope['kind']

/** `account id/kind:id`. */
export const scopeKeySchema = z.string()
export type ScopeKey = z.infer<typeof scopeKeySchema>

export { scopeKey } from './ids'

const headerNameSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, { error: () => checksText.headerName })

/** They steer the connection itself: to set one could send the credential elsewhere or split a request in two. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const steersConnection = (name: string) => connectionHeaders.has(name.toLowerCase())

/** How a credential is put on a request: `name: scheme + credential`. */
export const authHeaderSchema = z.lazy(() =>
  z.object({
    name: headerNameSchema.refine((name) => !steersConnection(name), {
      error: () => checksText.connectionHeader,
    }),
    /** What precedes the credential, such as `"Bearer "`. */
    scheme: z
      .string()
      .max(32)
      .regex(/^[\x20-\x7e]*$/, { error: () => checksText.printable }),
  }),
)
export type AuthHeader = z.infer<typeof authHeaderSchema>

/** An origin that may carry a credential: `https:`, or `http:` on loopback. No query, fragment or user info. */
export const baseUrlSchema = z
  .string()
  .trim()
  .superRefine((value, context) => {
    let url: URL
    try {
      url = new URL(value)
    } catch {
      context.addIssue({ code: 'custom', message: checksText.notAnAddress })
      return
    }
    if (url.username || url.password || url.search || url.hash)
      context.addIssue({ code: 'custom', message: checksText.addressHoldsMore })
    const plain = url.protocol === 'http:' && isLoopback(url.hostname)
    if (url.protocol !== 'https:' && !plain)
      context.addIssue({ code: 'custom', message: checksText.notSecure })
  })

const accountBase = () => ({
  id: z.string().min(1),
  provider: providerIdSchema,
  label: z.string().trim().min(1).max(60),
  baseUrl: baseUrlSchema,
  authHeader: authHeaderSchema,
  scopes: z.array(scopeSchema).min(1).max(50),
  enabled: z.boolean(),
  /** Desktop notifications for arrivals. */
  notify: z.boolean(),
  /** Our budget at this service; the known default can be changed where the service publishes none. */
  requestsPerMinute: z.number().int().min(6).max(6000),
})

/** An account as the window sees it: no secret in it. */
export const accountSchema = z.lazy(() =>
  z.object({
    ...accountBase(),
    /** Names of extra headers; their values are secrets. */
    headerNames: z.array(z.string()),
    hasCredential: z.boolean(),
  }),
)
export type Account = z.infer<typeof accountSchema>

/** Extra headers per account. Values are secrets. */
export const headersSchema = z.lazy(() =>
  z
    .record(
      headerNameSchema,
      z
        .string()
        .max(4096)
        .regex(/^[\x20-\x7e]*$/),
    )
    .superRefine((headers, context) => {
      for (const name of Object.keys(headers).filter(steersConnection))
        context.addIssue({ code: 'custom', path: [name], message: checksText.connectionHeader })
    }),
)

/** A credential as typed: printable ASCII, so that it fits a header. */
export const credentialSchema = z
  .string()
  .trim()
  .min(1, { error: () => checksText.keyNeeded })
  .max(4096)
  .regex(/^[\x21-\x7e]+$/, { error: () => checksText.printableWithoutSpaces })

/** An account with its secrets: lives in the shell's memory and in the watch thread only. */
export const accountConfigSchema = z.lazy(() =>
  z.object({
    ...accountBase(),
    credential: credentialSchema,
    headers: headersSchema,
  }),
)
export type AccountConfig = z.infer<typeof accountConfigSchema>

/** What the account form sends. Without `credential` or `headers` the stored ones are kept. */
export const accountDraftSchema = z.lazy(() =>
  z.object({
    ...accountBase(),
    id: z.string().min(1).nullable(),
    credential: credentialSchema.optional(),
    headers: headersSchema.optional(),
  }),
)
export type AccountDraft = z.infer<typeof accountDraftSchema>
