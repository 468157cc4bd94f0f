import { exchangeText } from '../../shared/text/exchange'

/** A wait in words: `40 s`, `5 min`. */
export function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return seconds < 120 ? exchangeText.waitSeconds(seconds) : exchangeText.waitMinutes(Math.ceil(seconds / 60))
}
