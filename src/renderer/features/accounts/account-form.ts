import {
  type Account,
  type AccountDraft,
  accountDraftSchema,
  type ProviderId,
  type Scope,
} from '../../../shared/account'
import { providerCatalog } from '../../../shared/providers/catalog'
import type { AppError, Result } from '../../../shared/result'
import { accountsText } from '../../../shared/text/accounts'

/** A line of a list in the form; `row` tells lines apart while they are typed. */
export type ScopeLine = Scope & { row: number }
export type HeaderLine = { row: number; name: string; value: string }

/** The account form as it is typed. */
export type AccountForm = {
  provider: ProviderId
  label: string
  /** Empty keeps the stored one. */
  credential: string
  scopes: readonly ScopeLine[]
  baseUrl: string
  authHeader: { name: string; scheme: string }
  /** `null` keeps the stored headers: their values never come back to the window. */
  headers: readonly HeaderLine[] | null
  requestsPerMinute: string
  notify: boolean
  enabled: boolean
}

/** One sentence per field, by its path in the draft: `label`, `scopes.0.id`. */
export type FieldErrors = Readonly<Record<string, string>>

let lastRow = 0

/** A number that no other line of the form has. */
export const newRow = (): number => ++lastRow

const lines = (scopes: readonly Scope[]): ScopeLine[] => scopes.map((scope) => ({ ...scope, row: newRow() }))

/** The first scopes of a new account: the provider's defaults, else an empty line of its first kind. */
function firstScopes(provider: ProviderId): ScopeLine[] {
  const { defaultScopes, scopeChoices } = providerCatalog[provider]
  if (defaultScopes.length > 0) return lines(defaultScopes)
  return scopeChoices.slice(0, 1).map(({ kind }) => ({ kind, id: '', row: newRow() }))
}

/** A form for a new account with the known defaults of its provider. */
export function newForm(provider: ProviderId): AccountForm {
  const facts = providerCatalog[provider]
  return {
    provider,
    label: facts.name,
    credential: '',
    scopes: firstScopes(provider),
    baseUrl: facts.baseUrl,
    authHeader: { ...facts.authHeader },
    headers: [],
    requestsPerMinute: String(facts.requestsPerMinute),
    notify: true,
    enabled: true,
  }
}

/** A form for an account that exists; secrets stay where they are. */
export const formOf = (account: Account): AccountForm => ({
  provider: account.provider,
  label: account.label,
  credential: '',
  // Those that are a customer's are lost with the key where that was kept for one run only.
  scopes: account.scopes.length > 0 ? lines(account.scopes) : firstScopes(account.provider),
  baseUrl: account.baseUrl,
  authHeader: { ...account.authHeader },
  headers: account.headerNames.length > 0 ? null : [],
  requestsPerMinute: String(account.requestsPerMinute),
  notify: account.notify,
  enabled: account.enabled,
})

function originOf(url: string): string | null {
  try {
    return new URL(url.trim()).origin
  } catch {
    return null
  }
}

/** Whether the stored secrets would go to another origin than the one they were typed for. */
export const originChanged = (form: AccountForm, account: Account | null): boolean =>
  account !== null && originOf(form.baseUrl) !== originOf(account.baseUrl)

/** Whether a key must be typed: for a new account, where none is stored, and for a new origin. */
export const needsCredential = (form: AccountForm, account: Account | null): boolean =>
  account === null || !account.hasCredential || originChanged(form, account)

/** Whether saving stores a secret, so that it matters where. */
export const carriesSecret = (draft: AccountDraft): boolean =>
  draft.credential !== undefined || Object.keys(draft.headers ?? {}).length > 0

/** Our own words for what the schema says in general ones. */
const sentences = (): readonly [path: RegExp, sentence: string][] => [
  [/^label$/, accountsText.nameNeeded],
  [/^scopes$/, accountsText.scopeNeeded],
  [/^scopes\.\d+\.id$/, accountsText.idNeeded],
  [/^authHeader\.name$/, accountsText.authHeaderRefused],
  [/^authHeader\.scheme$/, accountsText.prefixRefused],
  [/^requestsPerMinute$/, accountsText.rateRefused],
  [/^headers/, accountsText.headersRefused],
]

/** `removable`: a scope is not the only one, so that its line has the button. */
function sentenceFor(path: string, message: string, removable: boolean): string {
  if (removable && /^scopes\.\d+\.id$/.test(path)) return accountsText.idNeededOrRemove
  const sentence = sentences().find(([pattern]) => pattern.test(path))?.[1]
  return sentence ?? `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
}

function duplicates(scopes: readonly ScopeLine[]): Record<string, string> {
  const seen = new Set<string>()
  const errors: Record<string, string> = {}
  for (const [index, { kind, id }] of scopes.entries()) {
    const key = `${kind}:${id.trim()}`
    if (seen.has(key)) errors[`scopes.${index}.id`] = accountsText.duplicate
    seen.add(key)
  }
  return errors
}

/** The draft that the form stands for, or what is wrong with it, field by field. */
export function draftOf(form: AccountForm, account: Account | null): Result<AccountDraft, FieldErrors> {
  const moved = originChanged(form, account)
  const typedHeaders = form.headers?.filter(({ name, value }) => name.trim() !== '' || value !== '')
  const parsed = accountDraftSchema.safeParse({
    id: account?.id ?? null,
    provider: form.provider,
    label: form.label,
    baseUrl: form.baseUrl,
    authHeader: { name: form.authHeader.name.trim(), scheme: form.authHeader.scheme },
    scopes: form.scopes.map(({ kind, id }) => ({ kind, id })),
    enabled: form.enabled,
    notify: form.notify,
    requestsPerMinute: form.requestsPerMinute.trim() === '' ? Number.NaN : Number(form.requestsPerMinute),
    credential: form.credential.trim() === '' ? undefined : form.credential,
    // Stored header values must not follow to another origin either: an empty set replaces them.
    headers: typedHeaders
      ? Object.fromEntries(typedHeaders.map(({ name, value }) => [name.trim(), value]))
      : moved
        ? {}
        : undefined,
  })
  const errors: Record<string, string> = duplicates(form.scopes)
  if (form.credential.trim() === '' && needsCredential(form, account))
    errors.credential = moved ? accountsText.addressChanged : accountsText.keyNeeded
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.')
    errors[path] ??= sentenceFor(path, issue.message, form.scopes.length > 1)
  }
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, value: parsed.data }
  return { ok: false, error: errors }
}

/** Puts an error of the shell where it belongs: at a field of the draft, or `null` for the form as a whole. */
export function fieldErrorOf(error: AppError): FieldErrors | null {
  if (error.kind !== 'invalid') return null
  const path = error.path.replace(/^draft\./, '')
  return Object.hasOwn(accountDraftSchema.unwrap().shape, path.split('.')[0] ?? '')
    ? { [path]: error.message }
    : null
}
