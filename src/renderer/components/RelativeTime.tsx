import { componentsText } from '../../shared/text/components'
import { duration, exactTime } from '../lib/format'
import { useNow } from '../lib/now'
import { Tooltip } from './Tooltip'

/** So far ahead another machine's clock may be of ours, ms. */
const skewMs = 60_000

/**
 * How far `at` is from `now` (both epoch ms): "14 m ago", "just now". What cannot lie ahead, but for a clock that was set
 * back in between, was "earlier"; what can is "in 12 d".
 */
export function relativeText(at: number, now: number, canLieAhead = false): string {
  const past = now - at
  if (past >= 1_000) return componentsText.ago(duration(past))
  if (past > -1_000) return componentsText.justNow
  if (canLieAhead) return componentsText.ahead(duration(-past))
  return past > -skewMs ? componentsText.justNow : componentsText.earlier
}

/** A time that ticks, with the exact one on hover. */
export function RelativeTime({ at, canLieAhead = false }: { at: number; canLieAhead?: boolean }) {
  const text = useNow((now) => relativeText(at, now, canLieAhead))
  return (
    <Tooltip text={exactTime(at)}>
      <time dateTime={dateTimeOf(at)}>{text}</time>
    </Tooltip>
  )
}

/** ISO 8601, or nothing for a time that no calendar has (remote numbers may be anything). */
const dateTimeOf = (at: number): string | undefined =>
  Number.isNaN(new Date(at).getTime()) ? undefined : new Date(at).toISOString()
