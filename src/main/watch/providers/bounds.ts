import type { z } from 'zod'
import { exchangeText } from '../../../shared/text/exchange'

/** What is wrong with a request before it leaves. */
export type Problem = {
  /** The field, as the document names it. */
  path: string
  message: string
}

/** The first way in which a request breaks its documented bounds; `null` when it keeps them. */
export function violation(bounds: z.ZodType, request: unknown): Problem | null {
  const parsed = bounds.safeParse(request)
  if (parsed.success) return null
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  return {
    path,
    message: exchangeText.outOfBounds(path || exchangeText.request, issue?.message ?? exchangeText.notValid),
  }
}
