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

/** How many hours a clock counts to; `system`: as the system writes times. */
export type ClockHours = 'system' | '24' | '12'

const hourCycles = { system: undefined, '24': 'h23', '12': 'h12' } as const

/** Made when they are first used: the first format of a kind takes the page some 10 to 25 ms. */
function timeFormats(hours: ClockHours) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new PerLanguage((locale) => new Intl.DateTimeFormat(locale, { ...options, hourCycle: hourCycles[hours] }))
  return {
    exact: format({ dateStyle: 'medium', timeStyle: 'medium' }),
    clock: format({ timeStyle: 'medium' }),
    list: format({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  }
}

let times = timeFormats('system')

const compactFormat = new PerLanguage(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 }),
)

/** Writes times with these hours from now on; whoever shows one draws it again. */
export function writeHours(hours: ClockHours): void {
  times = timeFormats(hours)
}

/** A time (epoch ms) in full, in the person's own zone and order; "—" for one that no calendar has. */
export const exactTime = (at: number | null): string =>
  at === null || Number.isNaN(new Date(at).getTime()) ? nothing : times.exact.value.format(at)

/** A time (epoch ms) in a list of many: without the year, with the second. */
export const listTime = (at: number): string => times.list.value.format(at)

/** The time of day (epoch ms). */
export const clockTime = (at: number): string => times.clock.value.format(at)

/**
 * Where a text of more than `length` characters is cut: what lies between `head` and `tail` (indices into it) goes. `null`: it fits.
 */
export function middleCut(text: string, length: number): { head: number; tail: number } | null {
  const characters = [...text]
  if (characters.length <= length) return null
  const kept = Math.max(2, length - 1)
  const head = Math.ceil(kept / 2)
  return {
    head: characters.slice(0, head).join('').length,
    tail: text.length - characters.slice(characters.length - (kept - head)).join('').length,
  }
}

/** Keeps both ends of an id, which tell ids apart, and cuts its middle to at most `length` characters. */
export function middleEllipsis(text: string, length: number): string {
  const cut = middleCut(text, length)
  return cut ? `${text.slice(0, cut.head)}…${text.slice(cut.tail)}` : text
}

/** A number where there is hardly room: `312`, `50K`. */
export const compactCount = (value: number): string => compactFormat.value.format(value)
