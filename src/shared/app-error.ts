import { z } from 'zod'

const common = {
  /** One sentence for a person: what happened, to what, and what to do next. Never holds a secret. */
  message: z.string(),
}

/**
 * Every way in which something can fail, as one union.
 *
 * | kind | meaning |
 * |---|---|
 * | invalid | our own check refused the request before it left; `path` names the field |
 * | unauthorized | 401: the credential is wrong or, at LuaProt, the IP is not allowed |
 * | forbidden | 403 |
 * | not-found | 404, or the service's own word that it does not know what was asked for |
 * | rate-limited | 429; `retryAfterMs` where the service said it |
 * | refused | the service said no in its own words (`success: false`, another 4xx) |
 * | unavailable | 5xx: the service itself is in trouble; an action then is `outcome-unknown` unless the status says that nothing was begun |
 * | not-json | the answer is HTML or another text instead of JSON |
 * | truncated | the body ended early |
 * | too-large | the body is larger than any honest answer |
 * | bad-shape | JSON, but not the documented shape |
 * | redirected | a redirect that we do not follow |
 * | blocked | something between us and the service refused in its place: a firewall for websites, a network's sign-in |
 * | proxy | the system's proxy gave no way to the service |
 * | dns, tls, network | the name, the certificate, the connection |
 * | timeout | no answer in time |
 * | outcome-unknown | an action left, and its answer never came or does not tell: it may or may not have taken effect |
 * | gone | the session left before the action |
 * | unsupported | this provider cannot do that |
 * | cancelled | somebody stopped it |
 * | keychain | secrets cannot be stored or read |
 * | config | a file or setting is wrong; `path` names the place |
 * | internal | our own fault |
 */
export const appErrorSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum([
        'unauthorized',
        'forbidden',
        'not-found',
        'not-json',
        'truncated',
        'too-large',
        'bad-shape',
        'blocked',
        'proxy',
        'dns',
        'tls',
        'network',
        'timeout',
        'outcome-unknown',
        'gone',
        'unsupported',
        'cancelled',
        'keychain',
        'internal',
      ]),
      ...common,
    }),
    z.object({ kind: z.enum(['invalid', 'config']), path: z.string(), ...common }),
    z.object({ kind: z.literal('rate-limited'), retryAfterMs: z.number().nullable(), ...common }),
    z.object({
      kind: z.literal('refused'),
      status: z.number(),
      code: z.union([z.number(), z.string()]).nullable(),
      /** Further fields of the service's error, such as LuaAuth's `parser_output`: JSON as text, bounded; '' for none. */
      details: z.string(),
      ...common,
    }),
    z.object({ kind: z.literal('unavailable'), status: z.number(), ...common }),
    z.object({ kind: z.literal('redirected'), to: z.string(), ...common }),
  ]),
)

export type AppError = z.infer<typeof appErrorSchema>
export type AppErrorKind = AppError['kind']
