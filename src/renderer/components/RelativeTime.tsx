import { duration, exactTime } from '../lib/format'
import { useNow } from '../stores/now'
import { Tooltip } from './Tooltip'

/** How far `at` is from `now` (both epoch ms): "14 m ago", "in 12 d", "just now". */
export function relativeText(at: number, now: number): string {
  const past = now - at
  if (Math.abs(past) < 1_000) return 'just now'
  return past > 0 ? `${duration(past)} ago` : `in ${duration(-past)}`
}

/** A time that ticks, with the exact one on hover. */
export function RelativeTime({ at }: { at: number }) {
  const text = useNow((now) => relativeText(at, now))
  return (
    <Tooltip text={exactTime(at)}>
      <time dateTime={dateTimeOf(at)}>{text}</time>
    </Tooltip>
  )
}

/** ISO 8601, or nothing for a time that no calendar has (remote numbers may be anything). */
const dateTimeOf = (at: number): string | undefined =>
  Number.isNaN(new Date(at).getTime()) ? undefined : new Date(at).toISOString()
