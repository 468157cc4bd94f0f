import type { ProviderId } from '../../../shared/account'
import { type LookupQuestion, lookupQuestionSchema } from '../../../shared/lookup'
import type { Result } from '../../../shared/result'
import type { LookupErrors, LookupForm } from '../../providers/service'
import { services } from '../../providers/services'

/** The form's question to a service, or what is wrong with it. */
export function questionOf(form: LookupForm, provider: ProviderId): Result<LookupQuestion, LookupErrors> {
  const parsed = lookupQuestionSchema.safeParse(services[provider].lookup.questionOf(form))
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) errors[path.join('.')] ??= message
  return { ok: false, error: errors }
}
