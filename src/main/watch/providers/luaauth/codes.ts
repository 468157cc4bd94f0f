import type { Result } from '../../../../shared/result'
import { serviceAnswersText } from '../../../../shared/text/service-answers'
import type { Refusal } from '../failures'

/** An endpoint's documented codes: the document's words, and a sentence that says what to do. */
type Codes = Readonly<Record<number, { says: string; means: string }>>

/** Code 0 of several endpoints. */
export const accountExpired = () => ({ says: 'account expired', means: serviceAnswersText.luaauthExpired })

const otherwiseClear = (status: number) => status === 401 || status === 403 || status === 404 || status >= 500

/**
 * What a refusal means at an endpoint with these codes. One code means different things at different endpoints, and 0
 * is also the general one: beside a status that speaks for itself it counts only with the document's own words.
 */
export const explainBy =
  (codes: Codes) =>
  (refusal: Refusal, status: number): Result<never> | null => {
    const documented = typeof refusal.code === 'number' ? codes[refusal.code] : undefined
    if (!documented) return null
    if (otherwiseClear(status) && !refusal.text.toLowerCase().includes(documented.says)) return null
    const { code, details } = refusal
    return { ok: false, error: { kind: 'refused', status, code, details, message: documented.means } }
  }
