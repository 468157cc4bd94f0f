import { heartbeatBounds } from '../../../shared/default-settings'
import type { Result } from '../../../shared/result'
import { settingsText } from '../../../shared/text/settings'

/** An interval (ms) as the field shows it, in seconds. */
export const intervalText = (ms: number): string => String(ms / 1_000)

/** The typed seconds as ms, or why they will not do. */
export function parseInterval(text: string): Result<number, string> {
  const { min, max } = heartbeatBounds
  const ms = text.trim() === '' ? Number.NaN : Math.round(Number(text.replace(',', '.')) * 1_000)
  if (ms >= min && ms <= max) return { ok: true, value: ms }
  return { ok: false, error: settingsText.heartbeatBounds(intervalText(min), intervalText(max)) }
}
