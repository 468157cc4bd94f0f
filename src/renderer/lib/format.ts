import { PerLanguage } from '../../shared/text/catalogue'
import { spansText } from '../../shared/text/spans'

/** What stands where a service says nothing. */
export const nothing = '—'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** A span in its largest unit, such as `4 s`, `14 m`, `2 h`, `12 d`. Negative spans (clocks differ) read `0 s`. */
export function duration(spanMs: number): string {
  const span = Math.max(0, spanMs)
  if (span < minute) return spansText.seconds(Math.floor(span / second))
  if (span < hour) return spansText.minutes(Math.floor(span / minute))
  if (span < 2 * day) return spansText.hours(Math.floor(span / hour))
  return spansText.days(Math.floor(span / day))
}

/** How long ago `at` was (both epoch ms); "—" for `null`. */
export const age = (at: number | null, now: number): string => (at === null ? nothing : duration(now - at))

// Made when they are first used: the first format of a kind takes the page some 10 to 25 ms.
const timeFormat = (options: Intl.DateTimeFormatOptions) =>
  new PerLanguage((locale) => new Intl.DateTimeFormat(locale, options))

const exactFormat = timeFormat({ dateStyle: 'medium', timeStyle: 'medium' })
const clockFormat = timeFormat({ timeStyle: 'medium' })
const listFormat = timeFormat({
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
})
const compactFormat = new PerLanguage(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 }),
)

/** A time (epoch ms) in full, in the person's own zone and order; "—" for one that no calendar has. */
export const exactTime = (at: number | null): string =>
  at === null || Number.isNaN(new Date(at).getTime()) ? nothing : exactFormat.value.format(at)

/** A time (epoch ms) in a list of many: without the year, with the second. */
export const listTime = (at: number): string => listFormat.value.format(at)

/** The time of day (epoch ms). */
export const clockTime = (at: number): string => clockFormat.value.format(at)

/** Keeps both ends of an id, which tell ids apart, and cuts its middle to at most `length` characters. */
export function middleEllipsis(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const kept = Math.max(2, length - 1)
  const head = Math.ceil(kept / 2)
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (kept - head)).join('')}`
}

/** A number where there is hardly room: `312`, `50K`. */
export const compactCount = (value: number): string => compactFormat.value.format(value)
