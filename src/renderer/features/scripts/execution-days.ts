import type { ScriptExecutions } from '../../../shared/script'

type Day = ScriptExecutions['days'][number]

/** `unsure`: every day could be read either way, and month first is taken. `sent`: not days at all, left as they came. */
export type DayOrder = 'month-first' | 'day-first' | 'unsure' | 'sent'

/** Days in the order of time, and how they were read. */
type SortedDays = { days: readonly Day[]; order: DayOrder }

const parts = /^(\d{1,2})\/(\d{1,2})$/
/** Days of the longest month: enough to put days of different months apart. */
const monthSpan = 31
const yearSpan = 12 * monthSpan

/**
 * Puts days such as `01/31` into the order of time. The document neither says which of the two is the month nor gives a
 * year, so a number above 12 tells the first, and the longest time without any day is where the list begins.
 */
export function sortedDays(days: readonly Day[]): SortedDays {
  const read = days.map((entry) => {
    const [, first, second] = parts.exec(entry.day) ?? []
    return { entry, first: Number(first), second: Number(second) }
  })
  const above = (value: number) => value > 12
  const firstIsDay = read.some(({ first }) => above(first))
  const secondIsDay = read.some(({ second }) => above(second))
  const readable = read.every(({ first, second }) => first >= 1 && first <= 31 && second >= 1 && second <= 31)
  if (!readable || (firstIsDay && secondIsDay)) return { days, order: 'sent' }
  const placed = read
    .map(({ entry, first, second }) => ({
      entry,
      at: firstIsDay ? second * monthSpan + first : first * monthSpan + second,
    }))
    .sort((a, b) => a.at - b.at)
  const start = afterLongestGap(placed.map(({ at }) => at))
  return {
    days: [...placed.slice(start), ...placed.slice(0, start)].map(({ entry }) => entry),
    order: firstIsDay ? 'day-first' : secondIsDay ? 'month-first' : 'unsure',
  }
}

/** The index after the longest gap of a year that begins anew at its end. */
function afterLongestGap(places: readonly number[]): number {
  let start = 0
  let longest = 0
  places.forEach((at, index) => {
    const before = index === 0 ? (places.at(-1) ?? at) - yearSpan : (places[index - 1] ?? at)
    if (at - before <= longest) return
    longest = at - before
    start = index
  })
  return start
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below `value`: where an axis ends. At least 1. */
export function axisEnd(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= value) ?? 10 * power
}
