import type { ProviderId } from '../../../shared/account'
import { type LookupQuestion, lookupQuestionSchema } from '../../../shared/lookup'
import type { Result } from '../../../shared/result'
import type { LookupForm } from './lookup'

/** What is wrong with the form, by field. */
export type LookupErrors = Readonly<Partial<Record<keyof LookupForm, string>>>

/** A text that may be left out. */
const given = (text: string): string | undefined => text.trim() || undefined

/** A moment of a date field's day, in the person's own zone, as epoch ms. */
const timeOf = (day: string, time: '00:00' | '23:59:59.999'): number | undefined => {
  const at = Date.parse(`${day}T${time}`)
  return Number.isNaN(at) ? undefined : at
}

/** What each service is asked, not checked yet. */
const asked: Readonly<Record<ProviderId, (form: LookupForm) => LookupQuestion>> = {
  luaprot: ({ by, id }) => ({ provider: 'luaprot', by, id }),
  luaauth: ({ scriptId, key, robloxId, placeId, jobId }) => ({
    provider: 'luaauth',
    scriptId,
    key: given(key),
    robloxId: given(robloxId),
    placeId: given(placeId),
    jobId: given(jobId),
  }),
  junkie: ({ scriptId, userName }) => ({ provider: 'junkie', scriptId, userName: given(userName) }),
  vsay: ({ status, machineId, userId, from, to }) => ({
    provider: 'vsay',
    status,
    machineId: given(machineId),
    userId: given(userId),
    from: timeOf(from, '00:00'),
    to: timeOf(to, '23:59:59.999'),
  }),
}

const sentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`

/** What the form asks of a service, or what is wrong with it. */
export function questionOf(form: LookupForm, provider: ProviderId): Result<LookupQuestion, LookupErrors> {
  const parsed = lookupQuestionSchema.safeParse(asked[provider](form))
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Partial<Record<keyof LookupForm, string>> = {}
  for (const { path, message } of parsed.error.issues) {
    const [field] = path
    if (typeof field === 'string' && field in form) errors[field as keyof LookupForm] ??= sentence(message)
  }
  return { ok: false, error: errors }
}
